import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  peopleFound,
  personOverview as overviewAnswer,
  idParam,
  peopleSearch,
  type PeopleSearch,
} from '@clearance/contract';
import { Allow, Answers, Reads, Context, CountyKeys, Database, type Ctx } from '@clearance/platform';
import type { z } from 'zod';
import { FindPeople } from './find-people.ts';
import { personOverview } from './person-overview.ts';
import { recordRead, searchRead } from '../oversight/reads.ts';

@Controller('api/people')
export class FindController {
  constructor(
    private readonly findPeople: FindPeople,
    private readonly database: Database,
    private readonly keys: CountyKeys,
  ) {}

  @Post('search')
  @HttpCode(200)
  @Allow('read conviction')
  @Answers(peopleFound)
  @Reads(searchRead)
  search(@Context() ctx: Ctx, @Body({ schema: peopleSearch }) body: PeopleSearch) {
    return this.findPeople.search(ctx, body);
  }

  /** Everything about one person. */
  @Get(':id/overview')
  @Allow('read conviction')
  @Answers(overviewAnswer)
  @Reads(recordRead)
  overview(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    return this.database.inCounty(ctx, (tx) => personOverview(tx, this.keys, ctx, id));
  }
}
