import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { idParam, peopleSearch, type PeopleSearch } from '@clearance/contract';
import { Allow, AuditLog, Context, CountyKeys, Database, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { FindPeople } from './find-people.ts';
import { personOverview } from './person-overview.ts';

@Controller('api/people')
export class FindController {
  constructor(
    private readonly findPeople: FindPeople,
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  @Post('search')
  @HttpCode(200)
  @Allow('read conviction')
  search(@Context() ctx: Ctx, @Body({ schema: peopleSearch }) body: PeopleSearch) {
    return this.findPeople.search(ctx, body);
  }

  /** Everything about one person: looking at it is an act on the log like looking at a record. */
  @Get(':id/overview')
  @Allow('read conviction')
  overview(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.database.inCounty(ctx, async (tx) => {
      const view = await personOverview(tx, this.keys, ctx, id);
      await this.auditLog.append(tx, ctx, [{ action: 'record.view', target: { type: 'person', id } }]);
      return view;
    });
  }
}
