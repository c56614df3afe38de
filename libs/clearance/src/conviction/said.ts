import { MOST_SAID, type ConvictionSet, type SaidOfSet } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';
import type { Where } from './filter-sql.ts';

/** What was written with the recommendations of a set, each text once with how often, the most frequent first. */
export async function saidOf(tx: Tx, where: Where): Promise<Pick<ConvictionSet, 'said' | 'saidInAll'>> {
  const found = await rows<SaidOfSet & { all: number }>(
    tx,
    // Each note is looked up by its key: as a join, of a county that the planner does not know yet, every recommendation
    // would be held against every conviction.
    `WITH told AS MATERIALIZED (
       SELECT (SELECT r.note FROM recommendation r WHERE r.county_id = c.county_id AND r.id = c.recommendation_id) AS note,
              c.decision, c.outcome
         FROM conviction c WHERE ${where.sql} AND c.decision IS NOT NULL)
     SELECT note, decision, outcome, count(*)::int AS count, (count(*) OVER ())::int AS "all"
       FROM told GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1 NULLS LAST, 2, 3 LIMIT ${MOST_SAID}`,
    where.given,
  );
  return { said: found.map(({ all: _all, ...one }) => one), saidInAll: found[0]?.all ?? 0 };
}
