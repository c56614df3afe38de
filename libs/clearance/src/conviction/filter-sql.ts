import type { ConvictionFilter } from '@clearance/contract';

/** WHERE and its parameters. Every value is a parameter; the text is put together from the fixed pieces below. */
export interface Where {
  readonly sql: string;
  readonly given: unknown[];
}

/** How each key of the filter is asked; `?` stands for its value. */
const asked = {
  state: 'c.state = ANY (?::text[])',
  outcome: 'c.outcome = ANY (?::text[])',
  section: 'c.section = ANY (?::text[])',
  severity: 'c.severity = ANY (?::text[])',
  ruleId: 'c.rule_id = ANY (?::text[])',
  reason: 'c.reason = ANY (?::text[])',
  decade: 'c.decade = ANY (?::int[])',
  court: 'c.court = ANY (?::text[])',
  flag: 'c.flags && ?::text[]',
  notFlag: 'NOT c.flags && ?::text[]',
  flagsKey: `array_to_string(c.flags, ',') = ?::text`,
  decision: 'c.decision = ANY (?::text[])',
  recommenderId: 'c.recommender_id = ANY (?::uuid[])',
  changed: 'c.changed = ?::boolean',
  bulkReviewId: 'c.bulk_review_id = ?::uuid',
  personId: 'c.person_id = ?::uuid',
  // A prefix as a range: LIKE is not leakproof and would lose its index under row security.
  q: `c.case_number ~>=~ ?::text AND c.case_number ~<~ (? || chr(1114111))`,
} as const satisfies Record<Exclude<keyof ConvictionFilter, 'mine'>, string>;

/**
 * The conditions of a filter over `conviction c`, for the person who asks; all of them, or those of `keys`. Parameters
 * begin at `$first`.
 */
export function whereOf(
  filter: ConvictionFilter,
  memberId: string,
  first = 1,
  keys?: readonly (keyof ConvictionFilter)[],
): Where {
  const given: unknown[] = [];
  const parts: string[] = [];
  const ask = (sql: string, value: unknown) => {
    given.push(value);
    parts.push(sql.replaceAll('?', `$${first + given.length - 1}`));
  };
  for (const [key, sql] of Object.entries(asked) as [keyof typeof asked, string][]) {
    if (keys && !keys.includes(key)) continue;
    const value = filter[key];
    if (value !== undefined && value !== '') ask(sql, value);
    else if (key === 'flagsKey' && value === '') ask(sql, '');
  }
  const mine = keys && !keys.includes('mine') ? undefined : filter.mine;
  if (mine === true) ask('? = ANY (c.recommender_ids)', memberId);
  if (mine === false) ask('NOT ? = ANY (c.recommender_ids)', memberId);
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'true', given };
}
