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
  state_without_act: 'a conviction stands where no act has brought it',
};

/** The alarm in a sentence. */
export function alarmWords(seq: number, why: string): string {
  const found = WORDS[why] ?? 'it does not fit itself';
  return `The audit log was changed behind the program’s back: ${found}, at entry ${seq} or before. Nothing is decided until two people have found out why and ended the alarm.`;
}
