import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { convictionList, idParam } from '@clearance/contract';
import { Allow, AuditLog, Context, CountyKeys, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { convictionView, traceView } from './conviction-view.ts';
import { personView } from './person-view.ts';
import { facetsOf } from './facets.ts';
import { groupsOf } from './groups.ts';
import { convictionPage } from './queue.ts';
import { setOf } from './set.ts';

type Id = z.infer<typeof idParam>;
type List = z.infer<typeof convictionList>;

@Controller('api')
export class ConvictionController {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly keys: CountyKeys,
  ) {}

  @Get('convictions')
  @Allow('read conviction')
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: convictionList }) query: List,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.database.inCounty(ctx, (tx) => convictionPage(tx, ctx.actor.memberId, query));
    return sendPage(response, 'convictions', query, page);
  }

  @Get('convictions/groups')
  @Allow('read conviction')
  groups(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => groupsOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/set')
  @Allow('read conviction')
  set(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => setOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/facets')
  @Allow('read conviction')
  facets(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => facetsOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/:id')
  @Allow('read conviction')
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, (tx) => convictionView(tx, this.keys, ctx, id));
  }

  @Get('convictions/:id/trace')
  @Allow('read conviction')
  trace(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, (tx) => traceView(tx, this.keys, ctx, id));
  }

  /** The view of a person's record is itself an act on the log. */
  @Get('people/:id')
  @Allow('read conviction')
  person(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, async (tx) => {
      const view = await personView(tx, this.keys, ctx, id);
      await this.auditLog.append(tx, ctx, [{ action: 'record.view', target: { type: 'person', id } }]);
      return view;
    });
  }
}
