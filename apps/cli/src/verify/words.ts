import type { ArchiveVerdict, BundleFault, BundleProblem, BundleVerdict } from '@clearance/audit';

type Proved = Extract<BundleVerdict, { ok: true }>;

const WORDS: Readonly<Record<BundleFault, string>> = {
  missing: 'it is missing, a later one follows',
  out_of_order: 'in its place stands an earlier one',
  moved: 'it is out of order',
  other_sequence: 'what stands in its place is another entry, or none',
  bytes_changed: 'it was changed after it was written',
  cut_tail: 'the entries end before it',
  beyond_head: 'there are more entries than the bundle vouches for',
  root_mismatch:
    'the entries up to here are not those of the log; the fault may be at any of them, or in the file proof',
  file_missing: 'it is not there',
  file_twice: 'it is there twice, and nobody can say which of the two is meant',
  strange_file:
    'this does not belong to the bundle, and nothing vouches for it; all else fits: take it out and verify again',
  file_changed: 'it was changed: it is not the file that the manifest names',
  not_a_bundle: 'it is damaged, or not of this kind of bundle',
  other_key: 'it is signed with another key than the one in log.pub',
  key_changed:
    'it names the key that was given as an earlier one: the log has changed its key since. Have the new one given to you in another way; the key file may hold both, one a line',
  more_signatures: 'it carries more than its one signature: somebody added to it',
  bad_signature: 'its signature does not hold: it was changed after it was signed',
  other_log: 'it is of another log than the rest',
  other_checkpoint: 'it is of another checkpoint than the rest',
  not_in_log: 'the log does not hold this entry at this place, or the file proof is not the one that shows it',
  count: 'its entries are more, fewer or others than the manifest says',
  view_differs: 'it does not show what the entry says',
  line_too_long: 'a line never ends',
  line_cut: 'the last line is cut',
  rolled_back: 'it is of a longer log: the log was cut since, or the bundle is older than this checkpoint',
  forked: 'the log does not go on from it: somebody was shown another log',
  older_not_covered:
    'the bundle holds nothing that leads to its own checkpoint from this one; ask for an export made for it, or for all entries',
};

/** Every reason for which a bundle is refused. */
export const REASONS: readonly string[] = Object.keys(WORDS);

/** What is wrong with one file, where the same fault of another is said otherwise. */
const FILE_WORDS: Readonly<Partial<Record<string, Partial<Record<BundleFault, string>>>>> = {
  'manifest.json': {
    bad_signature: 'it does not fit its signature: it or manifest.sig was changed, or is of another bundle',
    count: 'it does not say how many entries there are, and which',
  },
  'README.txt': {
    view_differs: 'it is not the text that belongs to such a bundle',
  },
  proof: {
    forked: 'it does not show that the log goes on from the older checkpoint that it names',
  },
  'log.pub': {
    other_key: 'it is not the key that was given: the bundle is of another log, or was made by somebody else',
  },
  'older checkpoint': {
    not_a_bundle: 'it is no checkpoint, or damaged',
    other_key: 'it is signed with another key: it is of another log, or this log has changed its key since',
  },
};

const MOST_NAMED = 8;
const shown = new Intl.NumberFormat('en-US');

/** What is wrong, with the place first. */
export function problemWords({ why, file, seq, instead, strange }: BundleProblem): string {
  const places = [
    ...(file ? [file] : []),
    ...(seq === undefined ? [] : [`entry ${shown.format(seq)}`]),
    ...(strange ? [listed(strange)] : []),
  ];
  const words = FILE_WORDS[file ?? '']?.[why] ?? WORDS[why];
  const other = instead === undefined ? '' : `, entry ${shown.format(instead)} stands in its place`;
  return `${places.length > 0 ? places.join(', ') : 'the bundle'}: ${words}${other}`;
}

/** What a reader should know of a bundle that was proved. */
export function noteWords({ ofSystem, timeBack }: Proved): string[] {
  const notes = [];
  if (ofSystem.length > 0) {
    notes.push(`${listed(ofSystem)}: left there by an operating system, no part of what was proved`);
  }
  if (timeBack) {
    const { seq, times, microseconds } = timeBack;
    const seconds = (microseconds / 1_000_000).toFixed(6).replace(/\.?0+$/, '');
    notes.push(
      `entry ${shown.format(seq)} is dated before the one in front of it${times > 1 ? ` (the first of ${shown.format(times)})` : ''}, by at most ${seconds} seconds: the order is proved, the times are what the clock of the installation said`,
    );
  }
  return notes;
}

/** Why an archive cannot be verified as it is, and what to do. @param size in bytes */
export function archiveWords(
  { archive, file = '' }: Extract<ArchiveVerdict, { archive: string }>,
  size: number,
): string {
  const whole: Readonly<Record<typeof archive, string>> = {
    empty: 'it is empty: download it again',
    no_zip: 'it is no ZIP archive; is it the right file?',
    cut_short: `it is cut short: ${shown.format(size)} bytes are there; download it again`,
    damaged:
      'its records contradict each other: it was damaged or changed. Download it again, or verify the folder of what can be unpacked',
    packed_anew:
      'another program packed it anew, or it was changed outside of its files. Unpack it and verify the folder: that names the first file or entry that is wrong',
    wrong_sum: `the check sum (CRC-32) that it holds of ${file} is wrong: it was changed outside of its files. Download it again, or unpack it and verify the folder`,
  };
  return whole[archive];
}

/** Names as they can be shown in one line: they are whatever somebody called a file. */
function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMED).map((name) => name.replace(/\p{C}/gu, '?'));
  const more = names.length > MOST_NAMED ? ` and ${shown.format(names.length - MOST_NAMED)} more` : '';
  return `${some.join(', ')}${more}`;
}

/** Exactly what was proved, in one line. @param own what came with the bundle, and so vouches for nothing */
export function proofWords(verdict: Proved, own: { readonly key: boolean; readonly older: boolean }): string {
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
  const cautions = [
    ...(own.key ? ['. The key came with the bundle: compare it with one that was given to you otherwise'] : []),
    ...(own.older && older !== undefined ? ['. The older checkpoint came with the bundle: use one that you kept'] : []),
  ];
  return `proved: ${what} in the log ${checkpoint.origin} as signed at ${shown.format(checkpoint.size)} entries${follows}, by the key ${key}${cautions.join('')}`;
}
