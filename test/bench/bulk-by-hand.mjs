import { seconds } from './measure.mjs';

const tables = { bare_conviction: 'conviction', bare_decision: 'recommendation', bare_entry: 'audit_entry' };

/**
 * Seconds for one UPDATE and two INSERT … SELECT of a county's convictions by hand, on tables with the same columns and
 * indexes and with neither row security nor foreign keys nor triggers.
 */
export async function bulkByHand(owner, countyId) {
  await owner.query(`DROP TABLE IF EXISTS ${Object.keys(tables).join(', ')}`);
  for (const [bare, table] of Object.entries(tables)) {
    await owner.query(`CREATE TABLE ${bare} (LIKE ${table} INCLUDING ALL)`);
  }
  await owner.query(`INSERT INTO bare_conviction SELECT * FROM conviction WHERE county_id = $1`, [countyId]);
  await owner.query('ANALYZE bare_conviction');
  return seconds(async () => {
    await owner.query('BEGIN');
    await owner.query(
      `UPDATE bare_conviction SET state = 'recommended', version = version + 1, since = now(), decision = 'dismiss'`,
    );
    await owner.query(
      `INSERT INTO bare_decision (county_id, id, conviction_id, version, decision, history_digest, recommender_id, at)
       SELECT county_id, gen_random_uuid(), id, version, 'dismiss', history_digest, id, now() FROM bare_conviction`,
    );
    await owner.query(
      `INSERT INTO bare_entry (county_id, seq, at, actor_id, action, target_type, target_id, outcome, bulk_review_id, bytes, leaf_hash)
       SELECT county_id, row_number() OVER (), now(), id::text, 'recommendation.record', 'conviction', id::text, 'success', county_id,
              convert_to(repeat('{"action":"x"}', 40), 'UTF8'), sha256(convert_to(id::text || repeat('{"action":"x"}', 40), 'UTF8'))
         FROM bare_conviction`,
    );
    await owner.query('COMMIT');
  });
}
