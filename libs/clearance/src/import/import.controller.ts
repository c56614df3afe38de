import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  importAnswer,
  importRow,
  rejectedRow,
  unexplainedRow,
  explainBody,
  givenTo,
  idParam,
  importList,
  rejectedList,
  unexplainedParam,
  type GivenTo,
} from '@clearance/contract';
import {
  Allow,
  Answers,
  AnswersFile,
  Reads,
  Context,
  Database,
  Refused,
  sendPage,
  type ClearanceRequest,
  type Ctx,
} from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { fileOfPeople } from '../export/answered-file.ts';
import { AnswerImport } from './answer-import.ts';
import { importPage, importView } from './import-store.ts';
import { Problems } from './problems.ts';
import { ReceiveFile } from './receive-file.ts';
import { UnexplainedRows } from './unexplained/unexplained-rows.ts';
import { withUpload } from './upload.ts';
import { rejectedRead, unexplainedRead } from '../oversight/reads.ts';

type Id = z.infer<typeof idParam>;
type RowOfImport = z.infer<typeof unexplainedParam>;

@Controller('api/imports')
export class ImportController {
  constructor(
    private readonly database: Database,
    private readonly receiveFile: ReceiveFile,
    private readonly answer: AnswerImport,
    private readonly problems: Problems,
    private readonly unexplained: UnexplainedRows,
  ) {}

  @Get()
  @Allow('read import')
  @Answers(z.array(importRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: importList }) query: z.infer<typeof importList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'imports', query, await this.database.inCounty(ctx, (tx) => importPage(tx, query)));
  }

  @Post()
  @Allow('create import')
  @Answers(importAnswer)
  upload(@Context() ctx: Ctx, @Req() request: ClearanceRequest) {
    return withUpload(request, (file) => this.receiveFile.receive(ctx, file));
  }

  @Get(':id')
  @Allow('read import')
  @Answers(importRow)
  async get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    const view = await this.database.inCounty(ctx, (tx) => importView(tx, id));
    if (!view) throw new Refused('not_found');
    return view;
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('create import')
  @Answers(importRow)
  confirm(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.answer.confirm(ctx, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('create import')
  @Answers(importRow)
  cancel(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.answer.cancel(ctx, id);
  }

  @Get(':id/unexplained')
  @Allow('read conviction')
  @Answers(z.array(unexplainedRow))
  @Reads(unexplainedRead)
  unexplainedRows(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.unexplained.list(ctx, id);
  }

  @Post(':id/unexplained/:line')
  @HttpCode(200)
  @Allow('enter fact')
  @Answers(z.array(unexplainedRow))
  @Reads(unexplainedRead)
  explain(
    @Context() ctx: Ctx,
    @Param({ schema: unexplainedParam }) { id, line }: RowOfImport,
    @Body({ schema: explainBody }) { note }: z.infer<typeof explainBody>,
  ) {
    return this.unexplained.explain(ctx, id, line, note);
  }

  @Delete(':id/unexplained/:line')
  @Allow('enter fact')
  @Answers(z.array(unexplainedRow))
  @Reads(unexplainedRead)
  takeBack(@Context() ctx: Ctx, @Param({ schema: unexplainedParam }) { id, line }: RowOfImport) {
    return this.unexplained.takeBack(ctx, id, line);
  }

  @Get(':id/problems')
  @Allow('read import')
  @Answers(z.array(rejectedRow))
  @Reads(rejectedRead)
  async rejected(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: rejectedList }) query: z.infer<typeof rejectedList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'problems', query, await this.problems.list(ctx, id, query));
  }

  /** A release of criminal history: asked for with a body, so that no recipient stands in an address. */
  @Post(':id/problems.csv')
  @HttpCode(200)
  @Allow('export import')
  @Header('Cache-Control', 'no-store')
  @AnswersFile('people')
  async rejectedCsv(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: givenTo }) body: GivenTo,
  ) {
    const file = await this.problems.csv(ctx, id, body);
    return fileOfPeople(file.release, file);
  }
}
