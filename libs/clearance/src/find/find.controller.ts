import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { peopleSearch, type PeopleSearch } from '@clearance/contract';
import { Allow, Context, type Ctx } from '@clearance/platform';
import { FindPeople } from './find-people.ts';

@Controller('api/people')
export class FindController {
  constructor(private readonly findPeople: FindPeople) {}

  @Post('search')
  @HttpCode(200)
  @Allow('read conviction')
  search(@Context() ctx: Ctx, @Body({ schema: peopleSearch }) body: PeopleSearch) {
    return this.findPeople.search(ctx, body);
  }
}
