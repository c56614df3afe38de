import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  convictionFacets,
  convictionGroup,
  convictionRow,
  convictionSet,
  convictionView as convictionViewAnswer,
  personView as personViewAnswer,
  traceView as traceViewAnswer,
  convictionList,
  idParam,
} from '@clearance/contract';
import { Allow, Answers, Reads, Context, CountyKeys, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { convictionView, traceView } from './conviction-view.ts';
import { personView } from './person-view.ts';
import { facetsOf } from './facets.ts';
import { groupsOf } from './groups.ts';
import { convictionPage } from './queue.ts';
import { setOf } from './set.ts';
import { convictionRead, queueRead, recordRead, setRead, traceRead } from '../oversight/reads.ts';

type Id = z.infer<typeof idParam>;
type List = z.infer<typeof convictionList>;

@Controller('api')
export class ConvictionController {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
  ) {}

  @Get('convictions')
  @Allow('read conviction')
  @Answers(z.array(convictionRow))
  @Reads(queueRead)
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
  @Answers(z.array(convictionGroup))
  groups(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => groupsOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/set')
  @Allow('read conviction')
  @Answers(convictionSet)
  @Reads(setRead)
  set(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => setOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/facets')
  @Allow('read conviction')
  @Answers(convictionFacets)
  facets(@Context() ctx: Ctx, @Query({ schema: convictionList }) { filter }: List) {
    return this.database.inCounty(ctx, (tx) => facetsOf(tx, ctx.actor.memberId, filter ?? {}));
  }

  @Get('convictions/:id')
  @Allow('read conviction')
  @Answers(convictionViewAnswer)
  @Reads(convictionRead)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, (tx) => convictionView(tx, this.keys, ctx, id));
  }

  @Get('convictions/:id/trace')
  @Allow('read conviction')
  @Answers(traceViewAnswer)
  @Reads(traceRead)
  trace(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, (tx) => traceView(tx, this.keys, ctx, id));
  }

  @Get('people/:id')
  @Allow('read conviction')
  @Answers(personViewAnswer)
  @Reads(recordRead)
  person(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.database.inCounty(ctx, (tx) => personView(tx, this.keys, ctx, id));
  }
}
