import type { ConvictionFacets, ConvictionFilter } from '@clearance/contract';
import { one, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';

/** What the queue can be narrowed by with a choice of values, and where each stands. */
const columns = {
  state: 'c.state',
  outcome: 'c.outcome',
  section: 'c.section',
  severity: 'c.severity',
  ruleId: 'c.rule_id',
  decade: 'c.decade',
  court: 'c.court',
  decision: 'c.decision',
  flag: 'c.flags',
} as const;
type Key = keyof typeof columns;
const keys = Object.keys(columns) as Key[];

/**
 * For every filter of the queue the values that occur in the set that the other filters leave, with counts. The
 * convictions are read once, into cells that are alike in all of it; every filter is then asked of the cells.
 */
export async function facetsOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionFacets> {
  const rest = { ...filter };
  for (const key of keys) delete rest[key];
  const read = whereOf(rest, memberId);
  const given = [...read.given];
  const lists = keys.map((key) => {
    const { [key]: _own, ...others } = filter;
    const where = whereOf(others, memberId, given.length + 1, keys);
    given.push(...where.given);
    const [value, from] = key === 'flag' ? ['flag', 'cell c, unnest(c.flags) AS flag'] : [columns[key], 'cell c'];
    return `(SELECT jsonb_agg(v) FROM (
       SELECT ${value} AS value, sum(c.n)::int AS count FROM ${from} WHERE ${where.sql} AND ${value} IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100) AS v) AS "${key}"`;
  });
  const found = await one<Record<Key, ConvictionFacets[string] | null>>(
    tx,
    `WITH cell AS MATERIALIZED (
       SELECT ${Object.values(columns).join(', ')}, count(*) AS n FROM conviction c WHERE ${read.sql}
        GROUP BY ${keys.map((_, at) => at + 1).join(', ')}
     ) SELECT ${lists.join(', ')}`,
    given,
  );
  return Object.fromEntries(keys.map((key) => [key, found?.[key] ?? []]));
}
