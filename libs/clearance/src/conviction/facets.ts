import type { ConvictionFacets, ConvictionFilter } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';

const columns = {
  state: 'c.state',
  outcome: 'c.outcome',
  section: 'c.section',
  severity: 'c.severity',
  ruleId: 'c.rule_id',
  decade: 'c.decade',
  court: 'c.court',
  decision: 'c.decision',
} as const;

/** For every filter of the queue the values that occur in the set that the other filters leave, with counts. */
export async function facetsOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionFacets> {
  const facets: ConvictionFacets = {};
  for (const [key, column] of Object.entries(columns)) {
    const { [key as keyof typeof columns]: _own, ...others } = filter;
    const where = whereOf(others, memberId);
    facets[key] = await rows(
      tx,
      `SELECT ${column} AS value, count(*)::int AS count FROM conviction c WHERE ${where.sql} AND ${column} IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
      where.given,
    );
  }
  const { flag: _flag, ...others } = filter;
  const where = whereOf(others, memberId);
  facets['flag'] = await rows(
    tx,
    `SELECT flag AS value, count(*)::int AS count FROM conviction c, unnest(c.flags) AS flag WHERE ${where.sql}
      GROUP BY 1 ORDER BY 2 DESC, 1`,
    where.given,
  );
  return facets;
}
