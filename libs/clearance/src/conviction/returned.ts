import { MOST_SAID, type ReturnedOfSet } from '@clearance/contract';
import { one, rows, type Tx } from '@clearance/platform';
import type { Where } from './filter-sql.ts';

/**
 * Whether a return of `approval a` still waits for its answer, as SQL: nobody recommended anything since. A question for
 * facts, a withdrawal and a new evaluation are no answers, so that no detour leads past the approver's reason.
 */
const unanswered = `NOT EXISTS (
  SELECT FROM recommendation r
   WHERE r.county_id = a.county_id AND r.conviction_id = a.conviction_id AND r.version > a.round
     AND r.decision NOT IN ('ask_for_facts', 'withdraw'))`;

/** The unanswered return of a conviction as JSON, null without one; `alias` is a fixed text. */
export const returnedSql = (alias: string): string => `(
  SELECT jsonb_build_object('by', coalesce((SELECT m.name FROM member m WHERE m.county_id = a.county_id AND m.id = a.approver_id), ''),
                            'note', coalesce(a.note, ''))
    FROM approval a
   WHERE a.county_id = ${alias}.county_id AND a.conviction_id = ${alias}.id AND a.verdict = 'return' AND ${unanswered}
   ORDER BY a.round DESC LIMIT 1)`;

/** The newest unanswered return of every conviction that has one, from the few returns and never from all convictions. */
const returns = `
  SELECT DISTINCT ON (a.conviction_id) a.county_id, a.conviction_id, a.approver_id, coalesce(a.note, '') AS note
    FROM approval a WHERE a.verdict = 'return' AND ${unanswered} ORDER BY a.conviction_id, a.round DESC`;

/** How many convictions of a set were returned and not answered. */
export async function countReturned(tx: Tx, where: Where): Promise<number> {
  const found = await one<{ n: number }>(
    tx,
    `WITH back AS MATERIALIZED (${returns})
     SELECT count(*)::int AS n FROM back b CROSS JOIN LATERAL (
       SELECT FROM conviction c WHERE c.county_id = b.county_id AND c.id = b.conviction_id AND ${where.sql} OFFSET 0) AS chosen`,
    where.given,
  );
  return found?.n ?? 0;
}

/**
 * Who returned convictions of a set and why, the most frequent first; with `alike`, columns of `conviction c` with their
 * names, once for each combination of them. A fixed text.
 */
export async function returnedOf<Alike extends object = object>(
  tx: Tx,
  where: Where,
  alike?: string,
): Promise<(ReturnedOfSet & Alike)[]> {
  const found = await rows<ReturnedOfSet & { alike: Alike | null }>(
    tx,
    `WITH back AS MATERIALIZED (${returns})
     SELECT coalesce((SELECT m.name FROM member m WHERE m.county_id = b.county_id AND m.id = b.approver_id), '') AS by,
            b.note, count(*)::int AS count, chosen.alike
       FROM back b CROSS JOIN LATERAL (
         SELECT ${alike ? `(SELECT to_jsonb(k) FROM (SELECT ${alike}) AS k)` : 'NULL::jsonb'} AS alike
           FROM conviction c WHERE c.county_id = b.county_id AND c.id = b.conviction_id AND ${where.sql} OFFSET 0) AS chosen
      GROUP BY 1, 2, 4 ORDER BY 3 DESC, 1, 2 LIMIT ${alike ? 500 : MOST_SAID}`,
    where.given,
  );
  return found.map(({ alike: group, ...one }) => ({ ...one, ...(group ?? {}) }) as ReturnedOfSet & Alike);
}
