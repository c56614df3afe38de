/** What must never happen to a county that is well: the statements that do it, and the words in which the oracle finds it. */
export interface Damage {
  readonly sql: readonly string[];
  readonly found: string;
}

const first = (table: string, where = 'true') => `ctid = (SELECT min(ctid) FROM ${table} WHERE ${where})`;
const gone = (table: string, found: string): Damage => ({ sql: [`DELETE FROM ${table} WHERE ${first(table)}`], found });
const twice = (table: string, columns: string, found: string): Damage => ({
  sql: [
    `DO $$ DECLARE key text; BEGIN
       FOR key IN SELECT conname FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'u'
       LOOP EXECUTE 'ALTER TABLE ${table} DROP CONSTRAINT ' || key || ' CASCADE'; END LOOP; END $$`,
    `INSERT INTO ${table} (id, ${columns}) SELECT gen_random_uuid(), ${columns} FROM ${table} LIMIT 1`,
  ],
  found,
});
const lastEntry = `(county_id, seq) IN (SELECT county_id, size FROM audit_head)`;
const someEntry = `seq = (SELECT max(seq) / 2 FROM audit_entry)`;

export const damages: Readonly<Record<string, Damage>> = {
  'a recommendation made twice': twice(
    'recommendation',
    'county_id, conviction_id, version, decision, history_digest, recommender_id, at, bulk_review_id',
    'convictions recommended twice in one version',
  ),
  'an approval made twice': twice(
    'approval',
    'county_id, conviction_id, round, verdict, recommendation_id, recommender_id, approver_id, history_digest, at',
    'convictions judged twice in one round',
  ),
  'a determination made twice': twice(
    'determination',
    'county_id, conviction_id, policy_version, as_of, terms_version, dialect, history_digest, outcome, rule_id, legal_basis, body, at',
    'convictions determined twice on the same',
  ),
  'a recommendation that is gone': gone('recommendation', 'recommendations that are not on the log once each'),
  'an approval that is gone': gone('approval', 'approvals that are not on the log once each'),
  'a determination that is gone': gone('determination', 'convictions that stand on a determination'),
  'a conviction that is gone': gone('conviction', 'the log knows'),
  'a row of the file that is gone': gone('history_part', 'imports whose figures are not what is stored'),
  'a rejected row that is gone': gone('rejected_row', 'imports whose figures are not what is stored'),
  'a person of the file who is gone': gone('import_person', 'imports whose figures are not what is stored'),
  'an approval by the person who recommended': {
    sql: [
      `ALTER TABLE approval DROP CONSTRAINT two_people`,
      `UPDATE approval SET approver_id = recommender_id WHERE ${first('approval')}`,
    ],
    found: 'convictions approved by somebody who recommended them',
  },
  'a conviction moved in silence': {
    sql: [`UPDATE conviction SET state = 'released' WHERE ${first('conviction', `state = 'approved'`)}`],
    found: 'a conviction is released in version',
  },
  'a version that nobody moved': {
    sql: [`UPDATE conviction SET version = version + 1 WHERE ${first('conviction', `state = 'approved'`)}`],
    found: 'in version 5, its log says',
  },
  'a conviction that stands on another one’s determination': {
    sql: [
      `UPDATE conviction SET determination_id = (SELECT determination_id FROM conviction ORDER BY id LIMIT 1)
        WHERE id = (SELECT id FROM conviction ORDER BY id OFFSET 1 LIMIT 1)`,
    ],
    found: 'convictions that stand on a determination',
  },
  'a wrong count of what was skipped': {
    sql: [`UPDATE bulk_review SET skipped = skipped + 1`],
    found: 'bulk reviews that decided more or fewer than they say',
  },
  'work that is still open': {
    sql: [`UPDATE work SET state = 'running' WHERE ${first('work')}`],
    found: 'work that is still open',
  },
  'work that failed': {
    sql: [`UPDATE work SET state = 'failed' WHERE ${first('work')}`],
    found: 'work that is still open',
  },
  'progress beyond its total': {
    sql: [`UPDATE work SET done = done + 1 WHERE kind = 'bulk_review'`],
    found: 'work whose progress is not its total',
  },
  'a chunk that was never done': {
    sql: [`UPDATE work_chunk SET done_at = NULL`],
    found: 'chunks that were never done',
  },
  'a changed entry of the log': {
    sql: [`UPDATE audit_entry SET bytes = set_byte(bytes, 20, (get_byte(bytes, 20) + 1) % 128) WHERE ${someEntry}`],
    found: 'the log does not verify: bytes_changed',
  },
  'a deleted entry of the log': {
    sql: [`DELETE FROM audit_entry WHERE ${someEntry}`],
    found: 'the log does not verify: missing',
  },
  'a cut log': { sql: [`DELETE FROM audit_entry WHERE ${lastEntry}`], found: 'the log does not verify: cut_tail' },
  'a log rolled back with its size': {
    sql: [`DELETE FROM audit_entry WHERE ${lastEntry}`, `UPDATE audit_head SET size = size - 1`],
    found: 'the log does not verify',
  },
  'two entries of the log swapped': {
    sql: [
      `UPDATE audit_entry a SET bytes = b.bytes, leaf_hash = b.leaf_hash FROM audit_entry b
        WHERE a.county_id = b.county_id AND a.seq = 12 AND b.seq = 11`,
    ],
    found: 'the log does not verify: other_sequence at 12',
  },
  'an entry of the log too many': {
    sql: [
      `INSERT INTO audit_entry SELECT county_id, seq + 1, at, actor_id, action, target_type, target_id, outcome,
              bulk_review_id, bytes, leaf_hash FROM audit_entry WHERE ${lastEntry}`,
    ],
    found: 'the log does not verify: beyond_head',
  },
};
