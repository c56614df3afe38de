import { MOST_SAID, type TakenBackOfSet } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';
import type { Where } from './filter-sql.ts';

/** Why convictions of a set wait again though somebody had approved them, each reason once with how often, the most frequent first. */
export const takenBackOf = (tx: Tx, where: Where): Promise<TakenBackOfSet[]> =>
  rows<TakenBackOfSet>(
    tx,
    // From the few that were taken back to their convictions, each by its key, and never the other way round.
    `WITH undone AS MATERIALIZED (
       SELECT DISTINCT ON (conviction_id) county_id, conviction_id, recommendation_id, note
         FROM approval WHERE verdict = 'undo' ORDER BY conviction_id, round DESC)
     SELECT u.note, count(*)::int AS count
       FROM undone u CROSS JOIN LATERAL (
         SELECT FROM conviction c WHERE c.county_id = u.county_id AND c.id = u.conviction_id
            AND c.recommendation_id = u.recommendation_id AND c.state = 'recommended' AND ${where.sql} OFFSET 0) AS waits
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_SAID}`,
    where.given,
  );
