import { createHash } from 'node:crypto';
import { MOST_SAID, type ConvictionFilter, type ConvictionGroup, type ReturnedOfSet } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';
import { returnedOf } from './returned.ts';

/** What the convictions of a group have in common. */
const alike = 'c.state, c.outcome, c.rule_id AS "ruleId", c.reason, c.flags, c.decision';
type Alike = Pick<ConvictionGroup, 'state' | 'outcome' | 'ruleId' | 'reason' | 'flags' | 'decision'>;
type Counted = Omit<ConvictionGroup, 'id' | 'filter' | 'sections' | 'severities' | 'returned'>;
type Part = Alike & { readonly section: string; readonly severity: string; readonly n: number };

/** The set in homogeneous groups, largest first: the same state, determination, reason, flags and recommendation. */
export async function groupsOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionGroup[]> {
  const where = whereOf(filter, memberId, 2);
  // By person first: to count different people in each group would sort the whole set.
  const counted = await rows<Counted>(
    tx,
    `SELECT g.state, g.outcome, g."ruleId", g.reason, g.flags, g.decision, sum(g.n)::int AS count, sum(g.mine)::int AS mine,
            min(g.oldest) AS oldest, count(*)::int AS people
       FROM (SELECT ${alike}, c.person_id, count(*) AS n, min(c.since) AS oldest,
                    count(*) FILTER (WHERE $1::uuid = ANY (c.recommender_ids)) AS mine
               FROM conviction c WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5, 6, 7) AS g
      GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY count DESC, g.state, g."ruleId", g.reason, g.flags LIMIT 500`,
    [memberId, ...where.given],
  );
  const own = whereOf(filter, memberId);
  const parts = await rows<Part>(
    tx,
    `SELECT ${alike}, c.section, c.severity, count(*)::int AS n FROM conviction c WHERE ${own.sql}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    own.given,
  );
  const returned = await returnedOf<Alike>(tx, own, alike);
  return withParts(counted, parts, returned).map((group) => described(filter, group));
}

/** Each group with how many of it there are of every section and severity, and why some were returned. Pure. */
function withParts(
  counted: readonly Counted[],
  parts: readonly Part[],
  returned: readonly (ReturnedOfSet & Alike)[],
): Omit<ConvictionGroup, 'id' | 'filter'>[] {
  const keyOf = (one: Alike) =>
    JSON.stringify([one.state, one.outcome, one.ruleId, one.reason, one.flags, one.decision]);
  const partsOf = Map.groupBy(parts, keyOf);
  const returnedOfGroup = Map.groupBy(returned, keyOf);
  const sums = (own: readonly Part[], key: 'section' | 'severity') => {
    const sum: Record<string, number> = {};
    for (const part of own) sum[part[key]] = (sum[part[key]] ?? 0) + part.n;
    return sum;
  };
  return counted.map((group) => {
    const own = partsOf.get(keyOf(group)) ?? [];
    const back = (returnedOfGroup.get(keyOf(group)) ?? []).slice(0, MOST_SAID);
    return {
      ...group,
      sections: sums(own, 'section'),
      severities: sums(own, 'severity'),
      returned: back.map(({ by, note, count }) => ({ by, note, count })),
    };
  });
}

/** A group with its own filter, and an id that is the same whenever that is. */
function described(filter: ConvictionFilter, group: Omit<ConvictionGroup, 'id' | 'filter'>): ConvictionGroup {
  const own: ConvictionFilter = {
    ...filter,
    state: [group.state],
    ...(group.outcome ? { outcome: [group.outcome] } : {}),
    ...(group.ruleId ? { ruleId: [group.ruleId] } : {}),
    ...(group.reason ? { reason: [group.reason] } : {}),
    ...(group.decision ? { decision: [group.decision] } : {}),
    flagsKey: group.flags.join(','),
  };
  return { ...group, id: createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16), filter: own };
}
