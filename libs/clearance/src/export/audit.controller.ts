import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  auditEventRow,
  auditEventView,
  auditExportRow,
  auditEventList,
  auditExportBody,
  auditExportFormat,
  auditExportList,
  auditExportFormats,
  idParam,
} from '@clearance/contract';
import { Allow, Answers, AnswersFile, Context, Database, sendPage, type Ctx } from '@clearance/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { auditPage, auditView } from './audit-events.ts';
import { fileOfNobody } from './answered-file.ts';
import { AuditExports } from './audit-exports.ts';

const seqParam = z.object({ id: z.coerce.number().int().min(1) });
type Id = z.infer<typeof idParam>;

@Controller('api')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly exports: AuditExports,
  ) {}

  @Get('audit-events')
  @Allow('read audit_event')
  @Answers(z.array(auditEventRow))
  async events(
    @Context() ctx: Ctx,
    @Query({ schema: auditEventList }) query: z.infer<typeof auditEventList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'audit-events', query, await this.database.inCounty(ctx, (tx) => auditPage(tx, query)));
  }

  @Get('audit-events/:id')
  @Allow('read audit_event')
  @Answers(auditEventView)
  event(@Context() ctx: Ctx, @Param({ schema: seqParam }) { id }: z.infer<typeof seqParam>) {
    return this.database.inCounty(ctx, (tx) => auditView(tx, id));
  }

  @Get('audit-exports')
  @Allow('create audit_export')
  @Answers(z.array(auditExportRow))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: auditExportList }) query: z.infer<typeof auditExportList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'audit-exports', query, await this.exports.list(ctx, query));
  }

  @Post('audit-exports')
  @HttpCode(202)
  @Allow('create audit_export')
  @Answers(auditExportRow)
  request(@Context() ctx: Ctx, @Body({ schema: auditExportBody }) body: z.infer<typeof auditExportBody>) {
    return this.exports.request(ctx, body);
  }

  @Get('audit-exports/:id')
  @Allow('create audit_export')
  @Answers(auditExportRow)
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.exports.get(ctx, id);
  }

  @Get('audit-exports/:id/file')
  @Allow('create audit_export')
  @Header('Cache-Control', 'no-store')
  @AnswersFile('nobody')
  async file(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: auditExportFormat }) { format }: z.infer<typeof auditExportFormat>,
  ) {
    return fileOfNobody(await this.exports.download(ctx, id, format), auditExportFormats[format].type);
  }
}
