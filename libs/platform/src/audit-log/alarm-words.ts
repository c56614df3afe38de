const WORDS: Readonly<Record<string, string>> = {
  missing: 'an entry is missing',
  out_of_order: 'an entry stands in another place than it was written',
  other_sequence: 'another entry stands in its place',
  bytes_changed: 'an entry was changed after it was written',
  cut_tail: 'the end of the log was cut off',
  beyond_head: 'there are entries that the log never took',
  root_mismatch: 'the entries are not the ones that the log has added up',
  head_damaged: 'the sum over the whole log is damaged',
  rolled_back: 'the log is shorter than what it has signed',
  checkpoint_changed: 'what the log has signed is not what it holds',
  copy_changed: 'an entry would be found under something that it does not say',
  verified_changed: 'it is not the log that was verified before',
};

/** What tables hold that the log does not tell. */
const TABLES: Readonly<Record<string, string>> = {
  state_without_act: 'A conviction stands where no act on the log has brought it',
  lost_from_table: 'A conviction that the log tells of is gone from its table',
  rights_without_act: 'Somebody has roles or a standing here that no act on the log has given',
};

const UNTIL = 'Nothing is decided until two people have found out why and ended the alarm.';

/** The alarm in a sentence. */
export function alarmWords(seq: number, why: string): string {
  const table = TABLES[why];
  if (table) return `${table}, so a table was changed behind the program’s back. ${UNTIL}`;
  const found = WORDS[why] ?? 'it does not fit itself';
  return `The audit log was changed behind the program’s back: ${found}, at entry ${seq} or before. ${UNTIL}`;
}
