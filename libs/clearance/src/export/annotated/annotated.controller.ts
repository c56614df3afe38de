import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { annotatedRow, annotatedBody, annotatedParam, idParam } from '@clearance/contract';
import { Allow, Answers, AnswersFile, Context, type Ctx } from '@clearance/platform';
import { z } from 'zod';
import { fileOfPeople } from '../answered-file.ts';
import { AnnotatedExports } from './annotated-exports.ts';

type Id = z.infer<typeof idParam>;

@Controller('api/imports')
export class AnnotatedController {
  constructor(private readonly exports: AnnotatedExports) {}

  @Get(':id/annotated')
  @Allow('export import')
  @Answers(z.array(annotatedRow))
  list(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.exports.list(ctx, id);
  }

  @Post(':id/annotated')
  @HttpCode(202)
  @Allow('export import')
  @Answers(annotatedRow)
  request(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: annotatedBody }) body: z.infer<typeof annotatedBody>,
  ) {
    return this.exports.request(ctx, id, body);
  }

  @Get(':id/annotated/:exportId/file')
  @Allow('export import')
  @Header('Cache-Control', 'no-store')
  @AnswersFile('people')
  async file(@Context() ctx: Ctx, @Param({ schema: annotatedParam }) { id, exportId }: z.infer<typeof annotatedParam>) {
    const file = await this.exports.download(ctx, id, exportId);
    return fileOfPeople(file.release, file);
  }
}
