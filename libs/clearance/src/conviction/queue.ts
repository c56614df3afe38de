import type { ConvictionFilter, ConvictionRow, convictionSorts } from '@clearance/contract';
import { one, orderBy, rows, window, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { whereOf } from './filter-sql.ts';
import { returnedSql } from './returned.ts';
import { canUndo } from './standing.ts';

/** The columns of the contract's ConvictionRow; `$1` is the member who asks. */
export const rowColumns = `c.id, c.person_id AS "personId", p.name, c.case_number AS "caseNumber", c.section, c.offense,
  c.severity, c.date_text AS date, c.court, c.outcome, c.rule_id AS "ruleId", c.reason, c.flags,
  array_to_string(c.flags, ',') AS "flagsKey", c.state, c.version, c.changed, c.decision,
  (SELECT m.name FROM member m WHERE m.county_id = c.county_id AND m.id = c.recommender_id) AS "recommendedBy",
  coalesce($1 = ANY (c.recommender_ids), false) AS "recommendedByMe", c.recommended_at AS "recommendedAt", c.since,
  ${returnedSql('c')} AS returned,
  CASE WHEN ${canUndo('c', 'now()')} THEN c.releases_at END AS "releasesAt"`;
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

/** What `conviction_by_state` holds: sets narrowed by nothing else are counted from it, without reading a conviction. */
const inIndex: readonly string[] = ['state', 'outcome', 'ruleId'] satisfies readonly (keyof ConvictionFilter)[];

/**
 * One page of the queue and how many there are in all. The rows are chosen from the convictions alone, so that people are
 * looked up for a page and not for a county; where the set has to be read anyhow, the same reading counts it.
 */
export async function convictionPage(
  tx: Tx,
  memberId: string,
  query: ListQuery<ConvictionFilter, (typeof convictionSorts)[number]>,
): Promise<Page<ConvictionRow>> {
  const { limit, offset } = window(query);
  const filter = query.filter ?? {};
  const where = whereOf(filter, memberId, 2);
  const order = orderBy(query, sorts, 'c.since', 'c.id');
  const indexed = Object.keys(filter).every((key) => inIndex.includes(key));
  const found = await rows<ConvictionRow & { total: number | null }>(
    tx,
    `SELECT ${rowColumns}, page.total FROM (
       SELECT c.county_id, c.id, ${indexed ? 'NULL::int' : '(count(*) OVER ())::int'} AS total
         FROM ${query.sort?.[0] === 'name' ? rowTables : 'conviction c'}
        WHERE ${where.sql} ${order} LIMIT $${where.given.length + 2} OFFSET $${where.given.length + 3}
     ) AS page, ${rowTables} WHERE c.county_id = page.county_id AND c.id = page.id ${order}`,
    [memberId, ...where.given, limit, offset],
  );
  const page = found.map(({ total: _total, ...row }) => row);
  if (found.length > 0 && found.length < limit) return { rows: page, total: offset + found.length };
  if (found.length === 0 && offset === 0) return { rows: page, total: 0 };
  return { rows: page, total: found[0]?.total ?? (await countOf(tx, whereOf(filter, memberId))) };
}

const countOf = async (tx: Tx, where: { sql: string; given: unknown[] }) =>
  (await one<{ n: number }>(tx, `SELECT count(*)::int AS n FROM conviction c WHERE ${where.sql}`, where.given))?.n ?? 0;
