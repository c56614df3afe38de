import { Injectable } from '@nestjs/common';
import { abilityFor, type BulkReviewBody, type BulkReviewRow } from '@clearance/contract';
import { AuditLog, Bell, Database, one, Refused, settingsOf, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import { movedSince, sampleBehind } from '../approve/sample/sample-gate.ts';
import { digestOf } from '../conviction/set.ts';
import { bulkReviewPage, bulkReviewView } from './bulk-view.ts';
import { checkSet } from './check-set.ts';
import { openReview } from './open-review.ts';

/** Refusals that go on the log: somebody tried what two people have to do. */
const noted = ['own_recommendation_in_set', 'others_recommendation_in_set', 'sample_required', 'sample_defects'];

/** One decision about a whole set: the filter, the count and the digest that the person saw. */
@Injectable()
export class BulkReviews {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Freezes the set and opens the work, if the set is still the one that was seen. The same request key answers the
   * same review again. Throws `forbidden`, `nothing_matches`, `set_moved`, whatever `checkSet` throws, and for an
   * approval `sample_required`, `sample_unfinished`, `sample_defects`.
   */
  async start(ctx: Ctx, body: BulkReviewBody, requestKey: string): Promise<BulkReviewRow> {
    const right = body.verb === 'recommend' || body.verb === 'withdraw' ? 'recommend' : 'approve';
    const refuse = (why: string) =>
      this.auditLog.noteRefusal(ctx, {
        action: `bulk_review.${body.verb}`,
        target: { type: 'county', id: ctx.countyId },
        detail: { why },
      });
    if (!abilityFor(ctx.actor).can(right, 'conviction')) {
      await refuse('forbidden');
      throw new Refused('forbidden');
    }
    try {
      const view = await this.database.inCounty(ctx, (tx) => this.startAllowed(tx, ctx, body, requestKey));
      await this.bell.ring(ctx.countyId, view.id);
      return view;
    } catch (error) {
      if (error instanceof Refused && noted.includes(error.code)) await refuse(error.code);
      throw error;
    }
  }

  list(ctx: Ctx, query: Parameters<typeof bulkReviewPage>[1]) {
    return this.database.inCounty(ctx, (tx) => bulkReviewPage(tx, query));
  }

  get(ctx: Ctx, id: string): Promise<BulkReviewRow> {
    return this.database.inCounty(ctx, (tx) => bulkReviewView(tx, id));
  }

  private async startAllowed(tx: Tx, ctx: Ctx, body: BulkReviewBody, requestKey: string): Promise<BulkReviewRow> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`bulk ${ctx.countyId} ${ctx.actor.memberId}`]);
    const before = await one<{ id: string }>(
      tx,
      `SELECT id FROM bulk_review WHERE started_by = $1 AND request_key = $2`,
      [ctx.actor.memberId, requestKey],
    );
    if (before) return bulkReviewView(tx, before.id);
    const set = await digestOf(tx, ctx.actor.memberId, body.filter);
    if (set.count === 0) throw new Refused('nothing_matches');
    if (set.count !== body.expectedCount || set.digest !== body.digest) {
      const moved = await movedSince(tx, ctx, body);
      const details = { expected: body.expectedCount, actual: set.count };
      throw new Refused('set_moved', details, undefined, moved ? { moved } : {});
    }
    await checkSet(tx, ctx.actor.memberId, body);
    const approves = body.verb === 'approve';
    const opened = await openReview(
      tx,
      ctx,
      { ledger: this.ledger, auditLog: this.auditLog },
      {
        ...{ ...body, requestKey },
        sample: approves ? await sampleBehind(tx, ctx, set) : undefined,
        undoHours: approves ? (await settingsOf(tx)).undoHours : undefined,
      },
    );
    if (!opened) throw new Refused('nothing_matches');
    return bulkReviewView(tx, opened.id);
  }
}
