import { Controller, Get } from '@nestjs/common';
import { stats } from '@clearance/contract';
import { Allow, Answers, Context, Database, type Ctx } from '@clearance/platform';
import { statsOf } from './stats.ts';

@Controller('api/stats')
export class HomeController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow('read stats')
  @Answers(stats)
  stats(@Context() ctx: Ctx) {
    return this.database.inCounty(ctx, (tx) => statsOf(tx, ctx));
  }
}
