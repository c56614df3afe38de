import { query } from '../support/database.ts';

/** What a table holds: how many rows, and a digest over what they say. */
export type Holding = Readonly<{ rows: number; digest: string | null }>;

/**
 * A county's tables without anything that differs from one run to the next: no times, and in the place of ids the person's
 * number in the file and the case; nor what was drawn at random to be looked at. Two runs of the same work that differ in nothing have equal ones.
 */
export async function naturalState(url: string, countyId: string): Promise<Record<string, Holding>> {
  const state: Record<string, Holding> = {};
  await query(url, 'ANALYZE');
  for (const [name, sql] of Object.entries(tables)) {
    const [held] = await query<Holding>(
      url,
      `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM (${sql}) AS t`,
      [countyId],
    );
    if (held) state[name] = held;
  }
  return state;
}

const convictionOf = (alias: string, id: string) => `
  JOIN conviction c ON c.county_id = ${alias}.county_id AND c.id::text = ${alias}.${id}::text
  JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id`;
const natural = `p.person_no, c.case_number, c.offense, c.date_text`;

const tables: Readonly<Record<string, string>> = {
  import: `SELECT file_name, bytes, sha256, state, encoding, header, bytes_read, rows, rejected, people,
                  convictions, fresh, unchanged, changed, vanished, court_counties, unknown_dispositions
             FROM import WHERE county_id = $1`,
  import_person: `SELECT person_no, cii_last4, name FROM import_person WHERE county_id = $1`,
  // What the lines say is in the digests of the people; how a file was cut into parts is no difference.
  history_part: `SELECT person_no, min(line_no), sum(rows) FROM history_part WHERE county_id = $1 GROUP BY person_no`,
  rejected_row: `SELECT line_no, byte_offset, reason, detail FROM rejected_row WHERE county_id = $1`,
  person: `SELECT person_no, name, history_digest FROM person WHERE county_id = $1`,
  conviction: `
    SELECT ${natural}, c.court, c.decade, c.history_digest, c.vanished, c.changed, c.state, c.version, c.section,
           c.severity, c.outcome, c.rule_id, c.reason, c.flags, c.decision, cardinality(c.recommender_ids)
      FROM conviction c JOIN person p ON p.county_id = c.county_id AND p.id = c.person_id WHERE c.county_id = $1`,
  determination: `
    SELECT ${natural}, d.policy_version, d.history_digest, d.outcome, d.rule_id, md5(d.body), d.legal_basis
      FROM determination d ${convictionOf('d', 'conviction_id')} WHERE d.county_id = $1`,
  recommendation: `
    SELECT ${natural}, r.version, r.decision, r.note, r.legal_basis, r.history_digest
      FROM recommendation r ${convictionOf('r', 'conviction_id')} WHERE r.county_id = $1`,
  approval: `
    SELECT ${natural}, a.round, a.verdict, a.note, a.history_digest
      FROM approval a ${convictionOf('a', 'conviction_id')} WHERE a.county_id = $1`,
  bulk_review: `SELECT verb, decision, count, skipped, finished_at IS NOT NULL FROM bulk_review WHERE county_id = $1`,
  work: `SELECT kind, title, state, done, total FROM work WHERE county_id = $1`,
  'log of convictions': `
    SELECT ${natural}, e.action, e.outcome, said->>'stateBefore', said->>'stateAfter', said->>'policyVersion',
           said ? 'historyDigest', (said->'detail') - 'sample' - 'determination',
           -- Digests and ids in the log are under the county's key: what they name is compared.
           (SELECT concat_ws(' ', d.history_digest, d.rule_id, md5(d.body)) FROM determination d
             WHERE d.county_id = e.county_id AND d.id = (said->'detail'->>'determination')::uuid)
      FROM (SELECT *, convert_from(bytes, 'UTF8')::jsonb AS said FROM audit_entry WHERE county_id = $1) AS e
      ${convictionOf('e', 'target_id')} WHERE e.target_type = 'conviction' AND e.action <> 'sample.finding'
       -- Who looks how often is of no consequence for where convictions stand.
       AND e.action !~ '[.](view|list)$'`,
  'log of jobs': `
    SELECT action, outcome, count(*) FROM audit_entry
     WHERE county_id = $1 AND target_type IN ('import', 'evaluation', 'bulk_review', 'policy', 'conviction')
       AND action !~ '[.](view|list)$' GROUP BY 1, 2`,
};
