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
 * of a conviction is refused by the key. Each determination is looked up by its key: as a join, with a county the planner
 * knows too little of, all determinations of the county would be read for every thousand.
 */
export async function insertRecommendations(
  tx: Tx,
  ctx: Ctx,
  act: { readonly decision: string; readonly note: string | null; readonly bulkReviewId: string | null },
  items: readonly Recommended[],
): Promise<void> {
  await tx.query(
    `INSERT INTO recommendation (county_id, id, conviction_id, version, decision, note, legal_basis, determination_id,
                                 history_digest, recommender_id, at, bulk_review_id)
     SELECT $1, t.id, t.conviction, t.version, $2, $3,
            (SELECT d.legal_basis FROM determination d WHERE d.county_id = $1 AND d.id = t.determination),
            t.determination, t.digest, $4, $5, $6
       FROM unnest($7::uuid[], $8::uuid[], $9::int[], $10::uuid[], $11::text[]) AS t (id, conviction, version, determination, digest)`,
    [
      ...[ctx.countyId, act.decision, act.note, ctx.actor.memberId, ctx.now, act.bulkReviewId],
      ...[items.map((item) => item.id), items.map((item) => item.conviction.id)],
      ...[items.map((item) => item.conviction.version), items.map((item) => item.conviction.determinationId)],
      items.map((item) => item.conviction.historyDigest),
    ],
  );
}
