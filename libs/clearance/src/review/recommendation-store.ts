import type { Ctx, Tx } from '@clearance/platform';

/** The conviction as far as a recommendation quotes it. */
export interface Recommended {
  readonly id: string;
  readonly conviction: {
    readonly id: string;
    readonly version: number;
    readonly determinationId: string | null;
    readonly historyDigest: string;
  };
}

/**
 * Appends recommendations, each with the legal basis of the determination it rests on. A second one on the same version
 * of a conviction is refused by the key.
 */
export async function insertRecommendations(
  tx: Tx,
  ctx: Ctx,
  act: { readonly decision: string; readonly note: string | null; readonly bulkReviewId: string | null },
  items: readonly Recommended[],
): Promise<void> {
  await tx.query(
    `WITH made AS (
       SELECT * FROM unnest($7::uuid[], $8::uuid[], $9::int[], $10::uuid[], $11::text[])
         AS t (id, conviction, version, determination, digest)
     ), judged AS (
       SELECT d.id, d.policy_version, d.rule_id, d.outcome FROM made t
         JOIN determination d ON d.county_id = $1 AND d.id = t.determination
     ), basis AS MATERIALIZED (
       -- The basis is the rule's: one determination of each rule is read for it, and not thousands of traces.
       SELECT one.policy_version, one.rule_id, one.outcome, d.body::jsonb->>'legalBasis' AS says
         FROM (SELECT policy_version, rule_id, outcome, (array_agg(id))[1] AS id FROM judged GROUP BY 1, 2, 3) AS one
         JOIN determination d ON d.county_id = $1 AND d.id = one.id
     )
     INSERT INTO recommendation (county_id, id, conviction_id, version, decision, note, legal_basis, determination_id,
                                 history_digest, recommender_id, at, bulk_review_id)
     SELECT $1, t.id, t.conviction, t.version, $2, $3, b.says, t.determination, t.digest, $4, $5, $6
       FROM made t LEFT JOIN judged j ON j.id = t.determination
       LEFT JOIN basis b ON (b.policy_version, b.rule_id, b.outcome) = (j.policy_version, j.rule_id, j.outcome)`,
    [
      ...[ctx.countyId, act.decision, act.note, ctx.actor.memberId, ctx.now, act.bulkReviewId],
      ...[items.map((item) => item.id), items.map((item) => item.conviction.id)],
      ...[items.map((item) => item.conviction.version), items.map((item) => item.conviction.determinationId)],
      items.map((item) => item.conviction.historyDigest),
    ],
  );
}
