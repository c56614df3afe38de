import { Body, Controller, Get, Header, HttpCode, Inject, Post, Put, Query, Res } from '@nestjs/common';
import { verifierKeysText } from '@clearance/audit';
import {
  auditCheckpoint,
  auditConsistency,
  auditHead,
  auditLogState,
  auditVerification,
  logAlarm,
  alarmEndBody,
  alarmFindingBody,
  auditCheckpointList,
  auditCheckpointQuery,
  auditConsistencyQuery,
  deliverySettings,
  type AuditConsistency,
  type AuditHead,
  type AuditVerification,
  type DeliverySettings,
  type LogAlarm,
} from '@clearance/contract';
import type { Response } from 'express';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { Database } from '../db/in-county.ts';
import { sendPage } from '../http/list.ts';
import { Answers, AnswersNothing } from '../http/answers.ts';
import { Allow, Context } from '../http/permission.ts';
import { LOG, type Log } from '../log.ts';
import { Refused } from '../refused.ts';
import { Alarms } from './alarms.ts';
import { AuditLogStates, checkpointPage } from './audit-log-state.ts';
import { AuditLog } from './audit-log.ts';
import { Checkpoints } from './checkpoints.ts';
import { Deliveries } from './deliveries.ts';
import { readHead, rootText } from './log-head.ts';
import { SigningKeys } from './signing-keys.ts';
import { Verifications } from './verifications.ts';

const TEXT = 'text/plain; charset=utf-8';
const openAlarm = z.object({ alarm: logAlarm.nullable() });

/** The log as something that others can verify: its key, its checkpoints, and how the newer follows from the older. */
@Controller('api/audit-log')
export class AuditLogController {
  constructor(
    private readonly database: Database,
    private readonly states: AuditLogStates,
    private readonly auditLog: AuditLog,
    private readonly checkpoints: Checkpoints,
    private readonly deliveries: Deliveries,
    private readonly keys: SigningKeys,
    private readonly verifications: Verifications,
    private readonly alarms: Alarms,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get()
  @Allow('read audit_event')
  @Answers(auditLogState)
  state(@Context() ctx: Ctx) {
    return this.states.get(ctx);
  }

  @Get('head')
  @Allow('read audit_event')
  @Answers(auditHead)
  async head(@Context() ctx: Ctx): Promise<AuditHead> {
    const head = await this.database.inCounty(ctx, (tx) => readHead(tx));
    return { size: head.size, root: rootText(head) };
  }

  @Get('key')
  @Header('Content-Type', TEXT)
  @Allow('read audit_event')
  @Answers(z.string())
  async key(@Context() ctx: Ctx): Promise<string> {
    const { all } = await this.keys.signer();
    return verifierKeysText(all.map((key) => key.verifier(ctx.countyId)).reverse());
  }

  @Get('checkpoint')
  @Allow('read audit_event')
  @Answers(z.string())
  async checkpoint(
    @Context() ctx: Ctx,
    @Query({ schema: auditCheckpointQuery }) { size }: z.infer<typeof auditCheckpointQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const kept = await this.database.inCounty(ctx, (tx) =>
      size === undefined ? this.checkpoints.last(tx) : this.checkpoints.upTo(tx, size),
    );
    if (!kept || (size !== undefined && kept.size !== size)) throw new Refused('not_found');
    response.type(TEXT);
    return kept.note;
  }

  @Get('checkpoints')
  @Allow('read audit_event')
  @Answers(z.array(auditCheckpoint))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: auditCheckpointList }) query: z.infer<typeof auditCheckpointList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.database.inCounty(ctx, (tx) => checkpointPage(tx, query));
    return sendPage(response, 'checkpoints', query, page);
  }

  @Get('consistency')
  @Allow('read audit_event')
  @Answers(auditConsistency)
  async consistency(
    @Context() ctx: Ctx,
    @Query({ schema: auditConsistencyQuery }) { from, to }: z.infer<typeof auditConsistencyQuery>,
  ): Promise<AuditConsistency> {
    const proof = await this.database.inCounty(ctx, (tx) => this.checkpoints.consistency(tx, from, to));
    return { from, to, proof: proof.map((hash) => hash.toString('base64')) };
  }

  @Put('delivery')
  @Allow('change audit_delivery')
  @Answers(deliverySettings)
  change(@Context() ctx: Ctx, @Body({ schema: deliverySettings }) body: DeliverySettings) {
    return this.deliveries.change(ctx, body);
  }

  /** The alarm that nobody has ended; without one, null. */
  @Get('alarm')
  @Allow('end log_alarm')
  @Answers(openAlarm)
  async alarm(@Context() ctx: Ctx): Promise<{ readonly alarm: LogAlarm | null }> {
    return { alarm: await this.alarms.get(ctx) };
  }

  @Put('alarm/finding')
  @Allow('end log_alarm')
  @Answers(openAlarm)
  async find(@Context() ctx: Ctx, @Body({ schema: alarmFindingBody }) { finding }: z.infer<typeof alarmFindingBody>) {
    return { alarm: await this.alarms.find(ctx, finding) };
  }

  @Post('alarm/end')
  @HttpCode(204)
  @Allow('end log_alarm')
  @AnswersNothing()
  end(@Context() ctx: Ctx, @Body({ schema: alarmEndBody }) { foundAt }: z.infer<typeof alarmEndBody>) {
    return this.alarms.end(ctx, foundAt);
  }

  @Post('verifications')
  @HttpCode(200)
  @Allow('read audit_event')
  @Answers(auditVerification.optional())
  async verify(
    @Context() ctx: Ctx,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuditVerification | undefined> {
    // Whoever does not wait for the answer any more has ended the check.
    const stop = new AbortController();
    response.on('close', () => stop.abort());
    const found = await this.verifications.run(ctx.countyId, 'whole', stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    if (!found) return undefined;
    const { size, root, ...verdict } = found;
    const noted = this.database.inCounty(ctx, (tx) =>
      this.auditLog.append(tx, ctx, [
        {
          action: 'audit_log.verify',
          target: { type: 'audit_log', id: ctx.countyId },
          outcome: verdict.ok ? 'success' : 'failed',
          detail: { size, root },
        },
      ]),
    );
    // That it is damaged has to be told, whatever becomes of the entry.
    await (verdict.ok ? noted : noted.catch((error: unknown) => this.log.error({ err: error }, 'the log is damaged')));
    return verdict.ok ? { ok: true, size, root, seq: null, why: null } : { size, root, ...verdict };
  }
}
