/** What each row of `table` is on the log, counted per conviction. */
const onLogOnce = (table: string, actions: readonly string[]) => `
  SELECT * FROM
    (SELECT conviction_id::text AS id, count(*)::int AS acts FROM ${table} WHERE county_id = $1 GROUP BY 1) AS a
    FULL JOIN (SELECT target_id AS id, count(*)::int AS entries FROM audit_entry
                WHERE county_id = $1 AND outcome = 'success' AND action IN (${actions.map((a) => `'${a}'`).join(', ')})
                GROUP BY 1) AS e USING (id)
   WHERE a.acts IS DISTINCT FROM e.entries`;

const twice = (table: string, key: string) =>
  `SELECT ${key}, count(*)::int AS times FROM ${table} WHERE county_id = $1 GROUP BY ${key} HAVING count(*) > 1`;

/** Statements that find what must not be; `$1` is the county. What they find is a fault with the sentence as its name. */
export const checks: Readonly<Record<string, string>> = {
  'recommendations that are not on the log once each': onLogOnce('recommendation', [
    'recommendation.record',
    'recommendation.ask_for_facts',
    'recommendation.withdraw',
  ]),
  'approvals that are not on the log once each': onLogOnce('approval', [
    'approval.approve',
    'approval.return',
    'approval.undo',
  ]),
  'determinations that are not on the log': `
    SELECT d.id FROM determination d WHERE d.county_id = $1 AND NOT EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.county_id = d.county_id AND e.target_id = d.conviction_id::text
         AND e.action = 'determination.record'
         AND convert_from(e.bytes, 'UTF8')::jsonb @> (jsonb_build_object('policyVersion', d.policy_version::text) ||
               -- 0.1.0 did not name the determination, and wrote the digest without the key.
               CASE d.dialect WHEN 'standard/4' THEN jsonb_build_object('historyDigest', d.history_digest, 'detail',
                 jsonb_build_object('asOf', d.as_of::text, 'terms', d.terms_version))
               ELSE jsonb_build_object('detail', jsonb_build_object('determination', d.id, 'asOf', d.as_of::text,
                 'terms', d.terms_version)) END))`,
  'convictions recommended twice in one version': twice('recommendation', 'conviction_id, version'),
  'convictions judged twice in one round': twice('approval', 'conviction_id, round'),
  'convictions determined twice on the same': twice(
    'determination',
    'conviction_id, policy_version, as_of, terms_version, dialect, history_digest',
  ),
  'convictions approved by somebody who recommended them': `
    SELECT a.conviction_id FROM approval a JOIN recommendation r USING (county_id, conviction_id)
     WHERE county_id = $1 AND r.recommender_id = a.approver_id AND r.decision NOT IN ('ask_for_facts', 'withdraw')`,
  'convictions that stand on a determination or recommendation of something else': `
    SELECT c.id FROM conviction c
      LEFT JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id
      LEFT JOIN recommendation r ON r.county_id = c.county_id AND r.id = c.recommendation_id
     WHERE c.county_id = $1
       AND (c.determination_id IS NOT NULL AND d.conviction_id IS DISTINCT FROM c.id
            OR c.recommendation_id IS NOT NULL AND r.conviction_id IS DISTINCT FROM c.id)`,
  'imports whose figures are not what is stored': `
    SELECT * FROM (
      SELECT i.id, i.rows, i.rejected, i.people,
             (SELECT coalesce(sum(h.rows), 0)::int FROM history_part h WHERE h.county_id = i.county_id AND h.import_id = i.id) AS rows_stored,
             (SELECT count(*)::int FROM rejected_row r WHERE r.county_id = i.county_id AND r.import_id = i.id) AS rejected_stored,
             (SELECT count(*)::int FROM import_person p WHERE p.county_id = i.county_id AND p.import_id = i.id) AS people_stored
        FROM import i WHERE i.county_id = $1) AS counted
     WHERE (rows, rejected, people) <> (rows_stored, rejected_stored, people_stored)`,
  'bulk reviews that decided more or fewer than they say': `
    SELECT * FROM (
      SELECT b.id, b.count, b.skipped,
             (SELECT count(*)::int FROM recommendation r WHERE r.county_id = b.county_id AND r.bulk_review_id = b.id)
             + (SELECT count(*)::int FROM approval a WHERE a.county_id = b.county_id AND a.bulk_review_id = b.id) AS decided
        FROM bulk_review b WHERE b.county_id = $1) AS counted
     WHERE count <> decided + skipped
       AND (SELECT state FROM work w WHERE w.county_id = $1 AND w.id = counted.id) <> 'cancelled'`,
  'work that is still open': `SELECT title, state FROM work WHERE county_id = $1 AND state IN ('running', 'failed')`,
  'work whose progress is not its total': `
    SELECT title, done, total FROM work WHERE county_id = $1 AND state = 'done' AND done <> total`,
  'chunks that were never done': `
    SELECT w.title, c.no FROM work_chunk c JOIN work w ON w.county_id = c.county_id AND w.id = c.work_id
     WHERE c.county_id = $1 AND c.done_at IS NULL AND w.state = 'done'`,
};
