import type { Ctx, Tx } from '@clearance/platform';

export interface Judged {
  readonly id: string;
  readonly conviction: {
    readonly id: string;
    readonly version: number;
    readonly recommendationId: string | null;
    readonly recommenderId: string | null;
    readonly historyDigest: string;
  };
}

/**
 * Appends approvals, returns and what takes an approval back. The database refuses one by whoever recommended, and a
 * second one in the same round.
 */
export async function insertApprovals(
  tx: Tx,
  ctx: Ctx,
  act: {
    readonly verdict: 'approve' | 'return' | 'undo';
    readonly note: string | null;
    readonly bulkReviewId: string | null;
  },
  items: readonly Judged[],
): Promise<void> {
  await tx.query(
    `INSERT INTO approval (county_id, id, conviction_id, round, verdict, note, recommendation_id, recommender_id,
                           approver_id, history_digest, at, bulk_review_id)
     SELECT $1, t.id, t.conviction, t.round, $2, $3, t.recommendation, t.recommender, $4, t.digest, $5, $6
       FROM unnest($7::uuid[], $8::uuid[], $9::int[], $10::uuid[], $11::uuid[], $12::text[])
            AS t (id, conviction, round, recommendation, recommender, digest)`,
    [
      ...[ctx.countyId, act.verdict, act.note, ctx.actor.memberId, ctx.now, act.bulkReviewId],
      ...[items.map((item) => item.id), items.map((item) => item.conviction.id)],
      ...[items.map((item) => item.conviction.version), items.map((item) => item.conviction.recommendationId)],
      ...[items.map((item) => item.conviction.recommenderId), items.map((item) => item.conviction.historyDigest)],
    ],
  );
}
