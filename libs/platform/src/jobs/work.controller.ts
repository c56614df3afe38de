import { Controller, Get, HttpCode, Param, Post, Query, Res, Sse } from '@nestjs/common';
import { abilityFor, idParam, workList, type Work } from '@clearance/contract';
import type { Response } from 'express';
import {
  concatMap,
  filter,
  from,
  groupBy,
  interval,
  map,
  merge,
  mergeMap,
  takeWhile,
  throttleTime,
  type Observable,
} from 'rxjs';
import type { z } from 'zod';
import { AuditLog } from '../audit-log/audit-log.ts';
import { Sessions } from '../auth/sessions.ts';
import type { Ctx } from '../context.ts';
import { Database, one } from '../db/in-county.ts';
import { sendPage } from '../http/list.ts';
import { Allow, Context } from '../http/permission.ts';
import { Refused } from '../refused.ts';
import { Bell } from './bell.ts';
import { WorkFeed } from './work-feed.ts';
import { WorkLedger } from './work-ledger.ts';
import { WorkStops } from './work-stops.ts';
import { workPage, workView } from './work-view.ts';

/** Progress need not reach the eye more often than this. */
const EVERY_MS = 250;
const CHECK_SESSION_MS = 15_000;

/** Which of these rights it takes to start (and so to resume or cancel) a kind of work; any one of them will do. */
const rightsOf: Readonly<Record<Work['kind'], readonly (readonly [string, string])[]>> = {
  import: [['create', 'import']],
  evaluation: [['publish', 'policy']],
  bulk_review: [
    ['recommend', 'conviction'],
    ['approve', 'conviction'],
  ],
  audit_export: [['create', 'audit_export']],
  simulation: [['draft', 'policy']],
  impact: [['read', 'stats']],
  annotated_export: [['export', 'import']],
  release: [
    ['approve', 'conviction'],
    ['change', 'setting'],
  ],
};

@Controller('api')
export class WorkController {
  constructor(
    private readonly database: Database,
    private readonly feed: WorkFeed,
    private readonly sessions: Sessions,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly ledger: WorkLedger,
    private readonly stops: WorkStops,
  ) {}

  @Get('work')
  @Allow('read work')
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: workList }) query: z.infer<typeof workList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'work', query, await this.database.inCounty(ctx, (tx) => workPage(tx, query)));
  }

  /** Server-sent events: `work` with the contract's Work whenever one moves; ends when the session does. */
  @Sse('events')
  @Allow('read work')
  events(@Context() ctx: Ctx): Observable<{ type: string; data: Work | string }> {
    const moves = this.feed.moves.pipe(
      filter((move) => move.countyId === ctx.countyId),
      groupBy((move) => move.id, { duration: () => interval(60_000) }),
      mergeMap((one) => one.pipe(throttleTime(EVERY_MS, undefined, { leading: true, trailing: true }))),
      concatMap((move) => from(this.database.inCounty(ctx, (tx) => workView(tx, move.id)))),
      filter((work) => work !== undefined),
      map((work) => ({ type: 'work', data: work })),
    );
    const beats = interval(CHECK_SESSION_MS).pipe(
      concatMap(() => from(this.sessions.stillGood(ctx))),
      map((good) => ({ type: good ? 'beat' : 'ended', data: '' })),
    );
    return merge(moves, beats).pipe(takeWhile((event) => event.type !== 'ended', true));
  }

  /** Lets work that stopped after repeated failures go on from where it stands. */
  @Post('work/:id/resume')
  @HttpCode(200)
  @Allow('read work')
  async resume(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>): Promise<Work> {
    await this.known(ctx, id, 'resume');
    const resumed = await this.database.inCounty(ctx, async (tx) => {
      const again = await one<{ id: string }>(
        tx,
        `UPDATE work SET state = 'running', failures = 0, problem = NULL, finished_at = NULL, updated_at = clock_timestamp()
          WHERE id = $1 AND state = 'failed' RETURNING id`,
        [id],
      );
      if (!again) throw new Refused('work_not_resumable');
      await this.auditLog.append(tx, ctx, [{ action: 'work.resume', target: { type: 'work', id } }]);
      return workView(tx, id);
    });
    await this.bell.ring(ctx.countyId, id);
    if (!resumed) throw new Refused('not_found');
    return resumed;
  }

  /** Ends work where that is safe: what is done stays done, the rest is not done. */
  @Post('work/:id/cancel')
  @HttpCode(200)
  @Allow('read work')
  async cancel(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>): Promise<Work> {
    const { kind, subjectId } = await this.known(ctx, id, 'cancel');
    if (kind === 'release') throw new Refused('work_not_cancellable', { why: 'what is due is released by itself' });
    const stop = this.stops.of(kind);
    const cancelled = await this.database.inCounty(ctx, async (tx) => {
      if (stop) await stop.stop(tx, ctx, subjectId);
      else await this.ledger.stop(tx, id);
      const view = await workView(tx, id);
      const detail = { kind, done: view?.done ?? 0, total: view?.total ?? 0 };
      await this.auditLog.append(tx, ctx, [{ action: 'work.cancel', target: { type: 'work', id }, detail }]);
      return view;
    });
    await stop?.cleared?.(ctx, subjectId);
    if (!cancelled) throw new Refused('not_found');
    return cancelled;
  }

  /** The work, if whoever asks could have started it; a refusal is on the log. Throws `not_found`, `forbidden`. */
  private async known(ctx: Ctx, id: string, act: 'resume' | 'cancel'): Promise<Work> {
    const work = await this.database.inCounty(ctx, (tx) => workView(tx, id));
    if (!work) throw new Refused('not_found');
    const ability = abilityFor(ctx.actor);
    if (rightsOf[work.kind].some((right) => ability.can(...right))) return work;
    await this.auditLog.noteRefusal(ctx, { action: `work.${act}`, target: { type: 'work', id } });
    throw new Refused('forbidden');
  }
}
