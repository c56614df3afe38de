import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { nextState, type BulkReviewRow, type Decision, type SampleResult, type State } from '@clearance/contract';
import {
  AuditLog,
  Database,
  HandlesJob,
  HELD_BRIEFLY,
  one,
  rows,
  WorkLedger,
  type Chunk,
  type Ctx,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { insertApprovals } from '../approve/approval-store.ts';
import { releaseTime } from '../approve/release-time.ts';
import { inForce, underPolicy } from '../conviction/in-force.ts';
import { advanceAlike, canUndo } from '../conviction/standing.ts';
import { takeNewest } from '../evaluate/take-newest.ts';
import { sampleDetail } from './open-review.ts';
import { insertRecommendations } from './recommendation-store.ts';

interface Review {
  verb: BulkReviewRow['verb'];
  decision: Decision | null;
  note: string | null;
  startedBy: string;
  sample: SampleResult | null;
  undoHours: number | null;
}

interface Item {
  id: string;
  place: string;
  version: number;
  state: State;
  decision: Decision | null;
  determinationId: string | null;
  recommendationId: string | null;
  recommenderId: string | null;
  historyDigest: string;
  policyVersion: number | null;
}

/** Carries a bulk decision out on a thousand convictions: each gets its own line in its table and on the log. */
@Injectable()
@HandlesJob('review.chunk')
export class ReviewChunkJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const review = await one<Review>(
        tx,
        `SELECT verb, decision, note, started_by AS "startedBy", sample, undo_hours AS "undoHours", ${HELD_BRIEFLY}
           FROM bulk_review WHERE id = $1`,
        [job.id],
      );
      if (!review) throw new Error('There is no such bulk review.');
      const ctx = await actingFor(tx, job, review.startedBy);
      const items = await standingItems(tx, ctx, job.id, chunk, review);
      await this.decide(tx, ctx, job, review, items);
      const all = chunk.lastKey - chunk.firstKey + 1;
      await this.ledger.done(tx, job.id, chunk.no, all);
      if (items.length < all) {
        await tx.query(`UPDATE bulk_review SET skipped = skipped + $2 WHERE id = $1`, [job.id, all - items.length]);
      }
      const seen = review.sample ? sampleDetail(review.sample) : {};
      await this.auditLog.append(
        tx,
        ctx,
        items.map((item) => ({
          action: actions[review.verb],
          target: { type: 'conviction', id: item.id },
          historyDigest: item.historyDigest,
          ...underPolicy(item),
          stateBefore: item.state,
          stateAfter: targetOf(item, review),
          bulkReviewId: job.id,
          chunk: chunk.no,
          detail: { decision: review.decision ?? item.decision ?? '', ...seen },
        })),
      );
    });
  }

  private async decide(tx: Tx, ctx: Ctx, job: JobData, review: Review, items: readonly Item[]): Promise<void> {
    const { verb, decision, startedBy } = review;
    const made = items.map((item) => ({ id: randomUUID(), conviction: item }));
    const act = { note: review.note, bulkReviewId: job.id };
    if (verb === 'approve' || verb === 'return' || verb === 'undo') {
      await insertApprovals(tx, ctx, { ...act, verdict: verb }, made);
    } else {
      await insertRecommendations(tx, ctx, { ...act, decision: decision ?? 'withdraw' }, made);
    }
    const moved = await advanceAlike(tx, ctx.now, {
      ...{ verb, bulkReviewId: job.id },
      moves: items.map((item) => ({
        ...{ id: item.id, place: item.place, version: item.version },
        to: targetOf(item, review) as State,
      })),
      releasesAt: review.undoHours === null ? null : releaseTime(ctx.now, review.undoHours),
      ...(verb === 'recommend' && decision
        ? { recommended: { ids: made.map(({ id }) => id), decision, by: startedBy } }
        : {}),
      ...(verb === 'withdraw' ? { recommended: null } : {}),
    });
    // The rows are locked since they were read, so every one of them moves; anything else is a fault and is rolled back.
    if (moved !== items.length) throw new Error('A locked conviction did not move.');
    if (verb === 'undo') {
      await takeNewest(
        tx,
        ctx.now,
        items.map(({ id }) => id),
      );
    }
  }
}

/** What an entry of the log calls each verb. */
const actions: Readonly<Record<Review['verb'], string>> = {
  recommend: 'recommendation.record',
  withdraw: 'recommendation.withdraw',
  approve: 'approval.approve',
  return: 'approval.return',
  undo: 'approval.undo',
};

const targetOf = (item: Item, review: Review): State | undefined =>
  nextState(item.state, review.verb, item.decision ?? undefined);

/** What must hold of a conviction and its recommendation at its turn, beside its version; `$4` is who acts, `$5` now. */
const stillAllowed: Readonly<Record<Review['verb'], string>> = {
  recommend: `$4::uuid IS NOT NULL AND $5::timestamptz IS NOT NULL`,
  withdraw: `c.recommender_id = $4::uuid AND $5::timestamptz IS NOT NULL`,
  // What a newer file changed after the recommendation has to be reviewed again, and what a newer policy did not judge yet waits.
  approve: `NOT $4::uuid = ANY (c.recommender_ids) AND r.history_digest = c.history_digest AND ${inForce('c')} AND $5::timestamptz IS NOT NULL`,
  return: `NOT $4::uuid = ANY (c.recommender_ids) AND $5::timestamptz IS NOT NULL`,
  undo: `NOT $4::uuid = ANY (c.recommender_ids) AND ${canUndo('c', '$5::timestamptz')}`,
};

/** The items that still stand as they were seen. What moved meanwhile is left alone, and what is no longer allowed. */
async function standingItems(tx: Tx, ctx: Ctx, id: string, chunk: Chunk, review: Review): Promise<Item[]> {
  const items = await rows<Item>(
    tx,
    `SELECT c.id, c.ctid::text AS place, c.version, c.state, c.decision, c.determination_id AS "determinationId",
            c.recommendation_id AS "recommendationId", c.recommender_id AS "recommenderId", c.history_digest AS "historyDigest",
            c.policy_version AS "policyVersion"
       FROM bulk_review_item i
       JOIN conviction c ON c.county_id = i.county_id AND c.id = i.conviction_id AND c.version = i.version
       LEFT JOIN recommendation r ON r.county_id = c.county_id AND r.id = c.recommendation_id
      WHERE i.bulk_review_id = $1 AND i.no BETWEEN $2 AND $3 AND ${stillAllowed[review.verb]}
      ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [id, chunk.firstKey, chunk.lastKey, review.startedBy, ctx.now],
  );
  return items.filter((item) => targetOf(item, review) !== undefined);
}
