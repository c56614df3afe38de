import { createHash } from 'node:crypto';
import type {
  ConvictionFacets,
  ConvictionFilter,
  ConvictionGroup,
  ConvictionRow,
  ConvictionSet,
  convictionSorts,
} from '@clearance/contract';
import { one, orderBy, rows, window, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';

/** The columns of the contract's ConvictionRow; `$1` is the member who asks. */
export const rowColumns = `c.id, c.person_id AS "personId", p.name, c.case_number AS "caseNumber", c.section, c.offense,
  c.severity, c.date_text AS date, c.court, c.outcome, c.rule_id AS "ruleId", c.reason, c.flags,
  array_to_string(c.flags, ',') AS "flagsKey", c.state, c.version, c.changed, c.decision,
  (SELECT m.name FROM member m WHERE m.county_id = c.county_id AND m.id = c.recommender_id) AS "recommendedBy",
  coalesce($1 = ANY (c.recommender_ids), false) AS "recommendedByMe", c.recommended_at AS "recommendedAt", c.since`;
export const rowTables = `conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id`;
const sorts: Record<(typeof convictionSorts)[number], string> = {
  date: 'c.date_from',
  section: 'c.section',
  severity: 'c.severity',
  court: 'c.court',
  state: 'c.state',
  since: 'c.since',
  name: 'p.name',
  caseNumber: 'c.case_number',
  reason: 'c.reason',
};

export async function convictionPage(
  tx: Tx,
  memberId: string,
  query: ListQuery<ConvictionFilter, (typeof convictionSorts)[number]>,
): Promise<Page<ConvictionRow>> {
  const { limit, offset } = window(query);
  const where = whereOf(query.filter ?? {}, memberId, 2);
  const counted = whereOf(query.filter ?? {}, memberId);
  return {
    rows: await rows<ConvictionRow>(
      tx,
      `SELECT ${rowColumns} FROM ${rowTables} WHERE ${where.sql}
       ${orderBy(query, sorts, 'c.since', 'c.id')} LIMIT $${where.given.length + 2} OFFSET $${where.given.length + 3}`,
      [memberId, ...where.given, limit, offset],
    ),
    total: await countOf(tx, counted),
  };
}

const countOf = async (tx: Tx, where: { sql: string; given: unknown[] }) =>
  (await one<{ n: number }>(tx, `SELECT count(*)::int AS n FROM conviction c WHERE ${where.sql}`, where.given))?.n ?? 0;

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

/** Count and digest of a set: what a bulk review quotes, and what the server computes again before it acts. */
export async function digestOf(
  tx: Tx,
  memberId: string,
  filter: ConvictionFilter,
): Promise<{ count: number; mine: number; people: number; digest: string }> {
  const where = whereOf(filter, memberId, 2);
  const found = await one<{ count: number; mine: number; people: number; digest: string }>(
    tx,
    `SELECT count(*)::int AS count, (count(*) FILTER (WHERE $1::uuid = ANY (c.recommender_ids)))::int AS mine,
            count(DISTINCT c.person_id)::int AS people,
            encode(sha256(coalesce(string_agg(c.id::text || ':' || c.version, ',' ORDER BY c.id), '')::bytea), 'hex') AS digest
       FROM conviction c WHERE ${where.sql}`,
    [memberId, ...where.given],
  );
  return found ?? { count: 0, mine: 0, people: 0, digest: '' };
}

/** A set with its composition and a few of its convictions, spread over it. */
export async function setOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionSet> {
  const where = whereOf(filter, memberId, 2);
  const total = await digestOf(tx, memberId, filter);
  const parts = await rows<{ what: string; key: string; n: number }>(
    tx,
    `WITH chosen AS (SELECT c.* FROM conviction c WHERE ${where.sql} AND $1::uuid IS NOT NULL)
     SELECT 'sections' AS what, section AS key, count(*)::int AS n FROM chosen GROUP BY 2
     UNION ALL SELECT 'severities', severity, count(*)::int FROM chosen GROUP BY 2
     UNION ALL SELECT 'decades', decade::text, count(*)::int FROM chosen GROUP BY 2
     UNION ALL SELECT 'flags', flag, count(*)::int FROM chosen, unnest(flags) AS flag GROUP BY 2
     UNION ALL SELECT 'decisions', decision, count(*)::int FROM chosen WHERE decision IS NOT NULL GROUP BY 2
     UNION ALL SELECT 'recommenders', coalesce((SELECT name FROM member m WHERE m.id = recommender_id), ''), count(*)::int
                 FROM chosen WHERE recommender_id IS NOT NULL GROUP BY recommender_id
     UNION ALL SELECT 'groups', '', count(*)::int FROM
                 (SELECT DISTINCT state, outcome, rule_id, reason, flags, decision FROM chosen) AS g`,
    [memberId, ...where.given],
  );
  const of = (what: string) => Object.fromEntries(parts.filter((p) => p.what === what).map((p) => [p.key, p.n]));
  return {
    ...total,
    groups: of('groups')[''] ?? 0,
    sections: of('sections'),
    severities: of('severities'),
    decades: of('decades'),
    flags: of('flags'),
    decisions: of('decisions'),
    recommenders: of('recommenders'),
    // The order of a hash is a fixed but arbitrary one: the same set shows the same sample to everybody.
    sample: await rows<ConvictionRow>(
      tx,
      `SELECT ${rowColumns} FROM ${rowTables} WHERE ${where.sql} ORDER BY hashtext(c.id::text), c.id LIMIT 8`,
      [memberId, ...where.given],
    ),
  };
}

/** For every filter of the queue the values that occur in the set that the other filters leave, with counts. */
export async function facetsOf(tx: Tx, memberId: string, filter: ConvictionFilter): Promise<ConvictionFacets> {
  const facets: ConvictionFacets = {};
  const columns = { state: 'c.state', outcome: 'c.outcome', section: 'c.section', severity: 'c.severity', ruleId: 'c.rule_id',
    decade: 'c.decade', court: 'c.court', decision: 'c.decision' } as const; // prettier-ignore
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
