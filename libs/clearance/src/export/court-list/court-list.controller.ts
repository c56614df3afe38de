import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  courtListMatching,
  courtListRow,
  courtListBody,
  courtListFilter,
  idParam,
  type CourtListFilter,
} from '@clearance/contract';
import { Allow, Answers, AnswersFile, Context, type Ctx } from '@clearance/platform';
import { z } from 'zod';
import { fileOfPeople } from '../answered-file.ts';
import { CourtLists } from './court-lists.ts';

@Controller('api/court-lists')
export class CourtListController {
  constructor(private readonly lists: CourtLists) {}

  @Get()
  @Allow('export import')
  @Answers(z.array(courtListRow))
  list(@Context() ctx: Ctx) {
    return this.lists.list(ctx);
  }

  @Get('matching')
  @Allow('export import')
  @Answers(courtListMatching)
  matching(@Context() ctx: Ctx, @Query({ schema: courtListFilter }) filter: CourtListFilter) {
    return this.lists.matching(ctx, filter);
  }

  @Post()
  @HttpCode(202)
  @Allow('export import')
  @Answers(courtListRow)
  request(@Context() ctx: Ctx, @Body({ schema: courtListBody }) body: z.infer<typeof courtListBody>) {
    return this.lists.request(ctx, body);
  }

  @Get(':id/file')
  @Allow('export import')
  @Header('Cache-Control', 'no-store')
  @AnswersFile('people')
  async file(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>) {
    const file = await this.lists.download(ctx, id);
    return fileOfPeople(file.release, file);
  }
}
