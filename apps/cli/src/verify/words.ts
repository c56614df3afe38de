import type { BundleFault, BundleProblem, BundleVerdict } from '@clearance/audit';

const WORDS: Readonly<Record<BundleFault, string>> = {
  missing: 'it is missing, a later one follows',
  out_of_order: 'in its place stands one that was there before',
  other_sequence: 'what stands in its place is another entry, or none',
  bytes_changed: 'it was changed after it was written',
  cut_tail: 'the entries end before it',
  beyond_head: 'there are more entries than the bundle vouches for',
  root_mismatch: 'the entries up to here are not those of the log; the fault may be at any of them',
  file_missing: 'it is not there',
  file_changed: 'it is not the file that the manifest names',
  not_a_bundle: 'it is damaged, or not of this kind of bundle',
  other_key: 'it is signed with another key than the one in log.pub',
  bad_signature: 'its signature does not hold: it was changed after it was signed',
  other_log: 'it is of another log than the rest',
  other_checkpoint: 'it is of another checkpoint than the rest',
  not_in_log: 'the log does not hold this entry at this place',
  count: 'there are more or fewer entries than the manifest says',
  view_differs: 'it does not show what the entry says',
  line_too_long: 'a line never ends',
  line_cut: 'the last line is cut',
  rolled_back: 'it is of a longer log: the log was cut since, or the bundle is older than this checkpoint',
  forked: 'the log does not go on from it: somebody was shown another log',
  older_not_covered:
    'the bundle holds nothing that leads to its own checkpoint from this one; ask for an export made for it, or for all entries',
};

/** What is meant for people to give with the bundle, and what is wrong with that. */
const GIVEN_WORDS: Readonly<Partial<Record<string, Partial<Record<BundleFault, string>>>>> = {
  'log.pub': {
    other_key: 'it is not the key that was given: the bundle is of another log, or was made by somebody else',
  },
  'older checkpoint': {
    not_a_bundle: 'it is no checkpoint, or damaged',
    other_key: 'it is signed with another key: it is of another log, or this log has changed its key since',
  },
};

const shown = new Intl.NumberFormat('en-US');

/** What is wrong, with the place first. */
export function problemWords({ why, file, seq }: BundleProblem): string {
  const places = [...(file ? [file] : []), ...(seq === undefined ? [] : [`entry ${shown.format(seq)}`])];
  const words = GIVEN_WORDS[file ?? '']?.[why] ?? WORDS[why];
  return `${places.length > 0 ? places.join(', ') : 'the bundle'}: ${words}`;
}

/** Exactly what was proved, in one line. */
export function proofWords(verdict: Extract<BundleVerdict, { ok: true }>, keyGiven: boolean): string {
  const { manifest, checkpoint, key, older } = verdict;
  const [count, first, last] = [manifest.count, manifest.firstSequence, manifest.lastSequence].map((n) =>
    shown.format(n),
  );
  const what =
    manifest.proves === 'range'
      ? `the ${count} entries are all from ${first} to ${last}, unchanged and in order,`
      : `each of the ${count} entries is unchanged and at its place (others may have been left out)`;
  const follows =
    older === undefined ? '' : `, which goes on from the older checkpoint of ${shown.format(older)} entries`;
  const trusted = keyGiven ? '' : '. The key came with the bundle: compare it with one that was given to you otherwise';
  return `proved: ${what} in the log ${checkpoint.origin} as signed at ${shown.format(checkpoint.size)} entries${follows}, by the key ${key}${trusted}`;
}
