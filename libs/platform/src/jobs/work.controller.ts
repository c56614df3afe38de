import { Controller, Get, HttpCode, Inject, Param, Post, Query, Res, Sse } from '@nestjs/common';
import { work, idParam, workList, type Work } from '@clearance/contract';
import type { Response } from 'express';
import {
  concatMap,
  filter,
  finalize,
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
import { z } from 'zod';
import { AuditLog } from '../audit-log/audit-log.ts';
import { Sessions } from '../auth/sessions.ts';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { Database, type Tx } from '../db/in-county.ts';
import { AtOnce } from '../http/at-once.ts';
import { sendPage } from '../http/list.ts';
import { Answers, AnswersEvents } from '../http/answers.ts';
import { Allow, Context } from '../http/permission.ts';
import { Refused } from '../refused.ts';
import { Bell } from './bell.ts';
import { WorkFeed } from './work-feed.ts';
import { cannotGoOn, WorkLedger } from './work-ledger.ts';
import { goesOnInTheirName, isSignedByAnother, mayEnd, mayTouch } from './work-rights.ts';
import { WorkStops } from './work-stops.ts';
import { workFound, workPage, workView } from './work-view.ts';

/** Progress need not reach the eye more often than this. */
const EVERY_MS = 250;
const CHECK_SESSION_MS = 15_000;

@Controller('api')
export class WorkController {
  private readonly streamsOfPerson: AtOnce;
  private readonly streamsOfCounty: AtOnce;

  constructor(
    private readonly database: Database,
    private readonly feed: WorkFeed,
    private readonly sessions: Sessions,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
    private readonly ledger: WorkLedger,
    private readonly stops: WorkStops,
    @Inject(CONFIG) config: Config,
  ) {
    this.streamsOfPerson = new AtOnce(config.eventStreamsPerPerson, 'too_many_streams');
    this.streamsOfCounty = new AtOnce(config.eventStreamsPerCounty, 'too_many_streams');
  }

  @Get('work')
  @Allow('read work')
  @Answers(z.array(work))
  async list(
    @Context() ctx: Ctx,
    @Query({ schema: workList }) query: z.infer<typeof workList>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return sendPage(response, 'work', query, await this.database.inCounty(ctx, (tx) => workPage(tx, ctx.actor, query)));
  }

  /** Server-sent events: `work` with the contract's Work whenever one moves; ends when the session does. */
  @Sse('events')
  @Allow('read work')
  @AnswersEvents(work)
  events(@Context() ctx: Ctx): Observable<{ type: string; data: Work | string }> {
    const ended = this.beginStream(ctx);
    const moves = this.feed.moves.pipe(
      filter((move) => move.countyId === ctx.countyId),
      groupBy((move) => move.id, { duration: () => interval(60_000) }),
      mergeMap((one) => one.pipe(throttleTime(EVERY_MS, undefined, { leading: true, trailing: true }))),
      concatMap((move) => from(this.database.inCounty(ctx, (tx) => workView(tx, ctx.actor, move.id)))),
      filter((work) => work !== undefined),
      map((work) => ({ type: 'work', data: work })),
    );
    const beats = interval(CHECK_SESSION_MS).pipe(
      concatMap(() => from(this.sessions.stillGood(ctx))),
      map((good) => ({ type: good ? 'beat' : 'ended', data: '' })),
    );
    return merge(moves, beats).pipe(
      takeWhile((event) => event.type !== 'ended', true),
      finalize(ended),
    );
  }

  /** Counts one more stream; the answer ends it. Throws `too_many_streams`. */
  private beginStream({ actor, countyId }: Ctx): () => void {
    const ofPerson = this.streamsOfPerson.begin(actor.memberId);
    try {
      const ofCounty = this.streamsOfCounty.begin(countyId);
      return () => {
        ofPerson();
        ofCounty();
      };
    } catch (error) {
      ofPerson();
      throw error;
    }
  }

  @Get('work/:id')
  @Allow('read work')
  @Answers(work)
  async get(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>): Promise<Work> {
    const work = await this.database.inCounty(ctx, (tx) => workView(tx, ctx.actor, id));
    if (!work) throw new Refused('not_found');
    return work;
  }

  /** Lets work that failed or was cancelled go on from where it stands. */
  @Post('work/:id/resume')
  @HttpCode(200)
  @Allow('read work')
  @Answers(work)
  async resume(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>): Promise<Work> {
    const known = await this.known(ctx, id, 'resume');
    if (isSignedByAnother(ctx.actor, known)) {
      await this.noteRefusal(ctx, id, 'resume');
      throw cannotGoOn('it was ended, and since it bears the name of whoever started it, only that person resumes it');
    }
    const resumed = await this.database.inCounty(ctx, async (tx) => {
      const was = await this.ledger.resume(tx, id, goesOnInTheirName(known.kind) ? undefined : ctx.actor.memberId);
      await this.stops.of(known.kind)?.resume?.(tx, ctx, id, was);
      return this.log(tx, ctx, id, 'resume', { was });
    });
    await this.bell.ring(ctx.countyId, id);
    return resumed;
  }

  /** Ends work where that is safe: what is done stays done, the rest is not done. */
  @Post('work/:id/cancel')
  @HttpCode(200)
  @Allow('read work')
  @Answers(work)
  async cancel(@Context() ctx: Ctx, @Param({ schema: idParam }) { id }: z.infer<typeof idParam>): Promise<Work> {
    const { kind } = await this.known(ctx, id, 'cancel');
    const stop = this.stops.of(kind);
    const cancelled = await this.database.inCounty(ctx, async (tx) => {
      if (stop) await stop.stop(tx, ctx, id);
      else await this.ledger.stop(tx, id);
      return this.log(tx, ctx, id, 'cancel');
    });
    await stop?.cleared?.(ctx, id);
    return cancelled;
  }

  /** The work, if whoever asks may do that with it; a refusal is on the log. Throws `not_found`, `forbidden`. */
  private async known(ctx: Ctx, id: string, act: 'resume' | 'cancel') {
    const work = await this.database.inCounty(ctx, (tx) => workFound(tx, id));
    if (!work) throw new Refused('not_found');
    if (act === 'cancel' ? mayEnd(ctx.actor, work) : mayTouch(ctx.actor, work)) return work;
    await this.noteRefusal(ctx, id, act);
    throw new Refused('forbidden');
  }

  private noteRefusal(ctx: Ctx, id: string, act: 'resume' | 'cancel'): Promise<void> {
    return this.auditLog.noteRefusal(ctx, { action: `work.${act}`, target: { type: 'work', id } });
  }

  /** Notes the act with how far the work is, and answers the work as it is now. */
  private async log(tx: Tx, ctx: Ctx, id: string, act: 'resume' | 'cancel', more = {}): Promise<Work> {
    const view = await workView(tx, ctx.actor, id);
    if (!view) throw new Refused('not_found');
    const detail = { kind: view.kind, done: view.done, total: view.total, ...more };
    await this.auditLog.append(tx, ctx, [{ action: `work.${act}`, target: { type: 'work', id }, detail }]);
    return view;
  }
}
