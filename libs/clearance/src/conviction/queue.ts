import type { ConvictionFilter, ConvictionRow, convictionSorts } from '@clearance/contract';
import { one, orderBy, rows, window, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';

/** The columns of the contract's ConvictionRow; `$1` is the member who asks. */
export const rowColumns = `c.id, c.person_id AS "personId", p.name, c.case_number AS "caseNumber", c.section, c.offense,
  c.severity, c.date_text AS date, c.court, c.outcome, c.rule_id AS "ruleId", c.reason, c.flags,
  array_to_string(c.flags, ',') AS "flagsKey", c.state, c.version, c.changed, c.decision,
  (SELECT m.name FROM member m WHERE m.county_id = c.county_id AND m.id = c.recommender_id) AS "recommendedBy",
  coalesce($1 = ANY (c.recommender_ids), false) AS "recommendedByMe", c.recommended_at AS "recommendedAt", c.since,
  CASE WHEN c.state = 'approved' OR c.releases_at > now() THEN c.releases_at END AS "releasesAt"`;
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
