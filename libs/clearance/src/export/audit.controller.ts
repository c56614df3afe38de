import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  auditEventList,
  auditExportBody,
  auditExportFormat,
  auditExportList,
  idParam,
  type AuditVerification,
} from '@clearance/contract';
import { Allow, AuditLog, Context, Database, LOG, sendPage, type Ctx, type Log } from '@clearance/platform';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { auditPage, auditView } from './audit-events.ts';
import { AuditExports } from './audit-exports.ts';

const seqParam = z.object({ id: z.coerce.number().int().min(1) });
type Id = z.infer<typeof idParam>;

@Controller('api')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly exports: AuditExports,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('audit-events')
  @Allow('read audit_event')
  async events(
    @Context() ctx: Ctx,
    @Query({ schema: auditEventList }) query: z.infer<typeof auditEventList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'audit-events', query, await this.database.inCounty(ctx, (tx) => auditPage(tx, query)));
  }

  @Get('audit-events/:id')
  @Allow('read audit_event')
  event(@Context() ctx: Ctx, @Param({ schema: seqParam }) { id }: z.infer<typeof seqParam>) {
    return this.database.inCounty(ctx, (tx) => auditView(tx, id));
  }

  @Get('audit-log/head')
  @Allow('read audit_event')
  head(@Context() ctx: Ctx) {
    return this.database.inCounty(ctx, (tx) => this.auditLog.head(tx));
  }

  @Post('audit-log/verifications')
  @HttpCode(200)
  @Allow('read audit_event')
  async verify(@Context() ctx: Ctx): Promise<AuditVerification> {
    // The log may grow while it is read, so both the head and the entries are taken as of one moment.
    const { head, verdict } = await this.database.inCountySnapshot(ctx, async (tx) => ({
      head: await this.auditLog.head(tx),
      verdict: await this.auditLog.verify(tx),
    }));
    const noted = this.database.inCounty(ctx, (tx) =>
      this.auditLog.append(tx, ctx, [
        {
          action: 'audit_log.verify',
          target: { type: 'audit_log', id: ctx.countyId },
          outcome: verdict.ok ? 'success' : 'failed',
          detail: { size: head.size, root: head.root },
        },
      ]),
    );
    // A log that is damaged may take no entry any more; that it is damaged has to be told all the same.
    await (verdict.ok ? noted : noted.catch((error: unknown) => this.log.error({ err: error }, 'the log is damaged')));
    return verdict.ok
      ? { ok: true, ...head, seq: null, why: null }
      : { ok: false, ...head, seq: verdict.seq, why: verdict.why };
  }

  @Get('audit-exports')
  @Allow('create audit_export')
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
  request(@Context() ctx: Ctx, @Body({ schema: auditExportBody }) body: z.infer<typeof auditExportBody>) {
    return this.exports.request(ctx, body);
  }

  @Get('audit-exports/:id')
  @Allow('create audit_export')
  get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: Id) {
    return this.exports.get(ctx, id);
  }

  @Get('audit-exports/:id/file')
  @Allow('create audit_export')
  @Header('Cache-Control', 'no-store')
  async file(
    @Context() ctx: Ctx,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: auditExportFormat }) { format }: z.infer<typeof auditExportFormat>,
  ) {
    const { bytes, size } = await this.exports.download(ctx, id, format);
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
      disposition: `attachment; filename="audit-log.${format}"`,
      length: size,
    });
  }
}
