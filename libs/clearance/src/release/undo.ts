import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayApprove, nextState, type BulkReviewRow, type State, type UndoBody } from '@clearance/contract';
import { AuditLog, Bell, CountyKeys, Database, one, Refused, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import { insertApprovals } from '../approve/approval-store.ts';
import { convictionView } from '../conviction/conviction-view.ts';
import { underPolicy } from '../conviction/in-force.ts';
import { advance, approvedIn, canUndo, lockConviction } from '../conviction/standing.ts';
import { takeNewest } from '../evaluate/take-newest.ts';
import { bulkReviewView } from '../review/bulk-view.ts';
import { openReview } from '../review/open-review.ts';
import { StopReview } from '../review/stop-review.ts';

type Found = NonNullable<Awaited<ReturnType<typeof lockConviction>>>;

/** What taking an approval back makes of a conviction, or the refusal. Pure. */
export function decideUndo(
  found: Pick<Found, 'state' | 'version' | 'recommenderIds' | 'since' | 'releasesAt' | 'changed' | 'vanished'>,
  body: Pick<UndoBody, 'version'>,
  memberId: string,
  at: Date,
): State {
  if (found.state === 'released') throw new Refused('released_already');
  const to = nextState(found.state, 'undo');
  if (!to) throw found.version === body.version ? new Refused('not_undoable') : new Refused('conflict');
  if (found.version !== body.version) throw new Refused('conflict');
  if (found.state !== 'approved' && !(found.releasesAt && found.releasesAt > at)) throw new Refused('released_already');
  if (isFinal(found)) throw new Refused('released_already');
  if (found.recommenderIds.includes(memberId)) throw new Refused('own_recommendation');
  return to;
}

/** Whether it was approved with no time to take it back, and nothing holds its release back. */
const isFinal = ({ state, since, releasesAt, changed, vanished }: Parameters<typeof decideUndo>[0]) =>
  state === 'approved' && releasesAt?.getTime() === since.getTime() && !changed && !vanished;

/** Takes approvals back while they are not released: a new act, with its reason, by somebody who may approve. */
@Injectable()
export class Undo {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
    private readonly reviewStop: StopReview,
  ) {}

  /** Throws `released_already`, `not_undoable`, `conflict`, `own_recommendation`, `not_found`. */
  async undo(ctx: Ctx, id: string, body: UndoBody) {
    try {
      return await this.database.inCounty(ctx, async (tx) => {
        const found = await lockConviction(tx, id);
        if (!found) throw new Refused('not_found');
        const to = decideUndo(found, body, ctx.actor.memberId, ctx.now);
        if (!mayApprove(ctx.actor, found.recommenderIds)) throw new Refused('own_recommendation');
        await insertApprovals(tx, ctx, { verdict: 'undo', note: body.note, bulkReviewId: null }, [
          { id: randomUUID(), conviction: found },
        ]);
        const moved = await advance(tx, 'undo', ctx.now, [{ id, version: found.version, to }]);
        if (!moved.has(id)) throw new Refused('conflict');
        await takeNewest(tx, ctx.now, [id]);
        await this.auditLog.append(tx, ctx, [
          {
            action: 'approval.undo',
            target: { type: 'conviction', id },
            historyDigest: found.historyDigest,
            ...underPolicy(found),
            stateBefore: found.state,
            stateAfter: to,
            detail: { decision: found.decision ?? '' },
          },
        ]);
        return convictionView(tx, this.keys, ctx, id);
      });
    } catch (error) {
      if (error instanceof Refused && ['own_recommendation', 'released_already'].includes(error.code)) {
        const target = { type: 'conviction', id };
        await this.auditLog.noteRefusal(ctx, { action: 'approval.undo', target, detail: { why: error.code } });
      }
      throw error;
    }
  }

  /**
   * Takes back what of a bulk approval is not released. One that is still running ends there: what was approved up to
   * this moment is taken back, the rest stays as it was; where that is nothing, the ended approval itself is answered.
   * Throws `released_already`, `not_undoable`, `not_found`.
   */
  async undoBatch(ctx: Ctx, id: string, note: string): Promise<BulkReviewRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      const review = await bulkReviewView(tx, id);
      if (review.verb !== 'approve') throw new Refused('not_undoable');
      const ended = await this.stop(tx, ctx, id);
      const opened = await openReview(
        tx,
        ctx,
        { ledger: this.ledger, auditLog: this.auditLog },
        {
          ...{ verb: 'undo', filter: { bulkReviewId: id }, digest: review.id, note, undoes: id },
          requestKey: `undo ${randomUUID()}`,
          only: (first) => ({
            sql: `${canUndo('c', `$${first}::timestamptz`)} AND ${approvedIn('c', `$${first + 1}::uuid`)}`,
            given: [ctx.now, id],
          }),
        },
      );
      if (!opened && ended) return bulkReviewView(tx, id);
      if (!opened) throw new Refused((await isLeft(tx, id)) ? 'released_already' : 'not_undoable');
      return bulkReviewView(tx, opened.id);
    });
    await this.bell.ring(ctx.countyId, view.id);
    return view;
  }

  /** With the row of the work locked no chunk of it can be committed any more. Answers whether there was something to end. */
  private async stop(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
    const open = await one<{ state: string; done: string; total: string }>(
      tx,
      `SELECT state, done, total FROM work WHERE id = $1 FOR UPDATE`,
      [id],
    );
    const goesOn = open?.state === 'running' || open?.state === 'failed';
    if (goesOn) await this.reviewStop.end(tx, ctx, id);
    if (goesOn || open?.state === 'cancelled') await this.ledger.overtake(tx, id, 'It was taken back.');
    if (!goesOn) return false;
    const detail = { kind: 'bulk_review', done: Number(open.done), total: Number(open.total) };
    await this.auditLog.append(tx, ctx, [{ action: 'work.cancel', target: { type: 'work', id }, detail }]);
    return true;
  }
}

/** Whether something of this bulk review can no longer be taken back, and stands. */
const isLeft = async (tx: Tx, id: string): Promise<boolean> =>
  (await one(tx, `SELECT 1 FROM conviction WHERE bulk_review_id = $1 AND state <> 'recommended' LIMIT 1`, [id])) !==
  undefined;
