import { createHash } from 'node:crypto';
import type { ConvictionFilter, ConvictionGroup } from '@clearance/contract';
import { rows, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';

/** The set in homogeneous groups, largest first: the same state, determination, reason, flags and recommendation. */
export async function groupsOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionGroup[]> {
  const where = whereOf(filter, memberId, 2);
  const found = await rows<Omit<ConvictionGroup, 'id' | 'filter'>>(
    tx,
    `WITH cells AS (
       SELECT c.state, c.outcome, c.rule_id, c.reason, c.flags, c.decision, c.section, c.severity,
              count(*)::int AS n, array_agg(DISTINCT c.person_id) AS people, min(c.since) AS oldest,
              (count(*) FILTER (WHERE $1::uuid = ANY (c.recommender_ids)))::int AS mine
         FROM conviction c WHERE ${where.sql}
        GROUP BY c.state, c.outcome, c.rule_id, c.reason, c.flags, c.decision, c.section, c.severity
     ), by_section AS (
       SELECT state, outcome, rule_id, reason, flags, decision, section, sum(n)::int AS n FROM cells GROUP BY 1, 2, 3, 4, 5, 6, 7
     ), by_severity AS (
       SELECT state, outcome, rule_id, reason, flags, decision, severity, sum(n)::int AS n FROM cells GROUP BY 1, 2, 3, 4, 5, 6, 7
     )
     SELECT g.state, g.outcome, g.rule_id AS "ruleId", g.reason, g.flags, g.decision, sum(g.n)::int AS count,
            sum(g.mine)::int AS mine, min(g.oldest) AS oldest,
            (SELECT count(DISTINCT person)::int FROM cells x, unnest(x.people) AS person
              WHERE (x.state, x.outcome, x.rule_id, x.reason, x.flags, x.decision) IS NOT DISTINCT FROM
                    (g.state, g.outcome, g.rule_id, g.reason, g.flags, g.decision)) AS people,
            (SELECT jsonb_object_agg(section, n) FROM by_section x
              WHERE (x.state, x.outcome, x.rule_id, x.reason, x.flags, x.decision) IS NOT DISTINCT FROM
                    (g.state, g.outcome, g.rule_id, g.reason, g.flags, g.decision)) AS sections,
            (SELECT jsonb_object_agg(severity, n) FROM by_severity x
              WHERE (x.state, x.outcome, x.rule_id, x.reason, x.flags, x.decision) IS NOT DISTINCT FROM
                    (g.state, g.outcome, g.rule_id, g.reason, g.flags, g.decision)) AS severities
       FROM cells g GROUP BY g.state, g.outcome, g.rule_id, g.reason, g.flags, g.decision
      ORDER BY count DESC, g.state, g.rule_id, g.reason, g.flags LIMIT 500`,
    [memberId, ...where.given],
  );
  return found.map((group) => {
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
  });
}
