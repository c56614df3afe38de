import type { CourtListFilter } from '@clearance/contract';

/** An SQL condition on `conviction c` with its parameters. */
export interface Released {
  readonly sql: string;
  readonly given: readonly string[];
}

/** A bulk approval is what its convictions were approved by last: one that was approved again alone is no longer of it. */
const approvedBy = `c.bulk_review_id = ?::uuid AND ? = (
  SELECT a.bulk_review_id FROM approval a WHERE a.county_id = c.county_id AND a.conviction_id = c.id
   ORDER BY a.round DESC LIMIT 1)`;
const midnight = (day: string) => `(${day})::timestamp AT TIME ZONE 'America/Los_Angeles'`;

/** The lists that conviction `c` is on and that were not given up; `x` is the list. */
const listsOf = `court_list_item l
  JOIN court_list x ON x.county_id = l.county_id AND x.id = l.list_id
  JOIN work w ON w.county_id = x.county_id AND w.id = x.id AND w.state NOT IN ('failed', 'cancelled')
 WHERE l.county_id = c.county_id AND l.conviction_id = c.id`;

/** Since when `c` is on a list, the newest; null on none. */
export const listedAt = `(SELECT max(x.created_at) FROM ${listsOf})`;
// OFFSET 0 has each looked up by itself: as a join, of a list that was just made, every item would be held against every
// conviction.
const unlisted = `NOT EXISTS (SELECT FROM ${listsOf} OFFSET 0)`;

/** What is released and meant by a filter; parameters begin at `$first`. Days are those of the office, both counted. */
export function releasedBy({ bulkReviewId, from, listed, to }: CourtListFilter, first: number): Released {
  const given: string[] = [];
  const parts = (
    [
      [approvedBy, bulkReviewId],
      [`c.since >= ${midnight('?::date')}`, from],
      [`c.since < ${midnight('?::date + 1')}`, to],
    ] as const
  ).flatMap(([sql, value]) => {
    if (value === undefined) return [];
    given.push(value);
    return [sql.replaceAll('?', `$${first + given.length - 1}`)];
  });
  return { sql: [`c.state = 'released'`, ...parts, ...(listed === 'no' ? [unlisted] : [])].join(' AND '), given };
}
