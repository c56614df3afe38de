import { verifierKeyText, type VerifierKey } from '../signed-note.ts';

/** What the README of a bundle tells. */
export type Told = {
  readonly proves: 'range' | 'entries';
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly checkpoint: number;
  /** As in log.pub. */
  readonly keys: readonly VerifierKey[];
};

const proved = {
  range: (told: Told) => `It proves
  - that these ${told.count} entries are exactly the entries ${told.first} to ${told.last} of the log: none was changed, left out, added
    or moved;
  - that the log which holds them is the one that was signed at ${told.checkpoint} entries (file checkpoint).`,
  entries: (told: Told) => `It proves
  - that each of these ${told.count} entries is in the log at the place that its number says, unchanged;
  - that the log which holds them is the one that was signed at ${told.checkpoint} entries (file checkpoint).
It does NOT prove that nothing was left out: the entries were chosen by a filter (file manifest.json), and an entry
that the filter should have shown could be missing. Only an export of every entry from one number to another proves
completeness. Ask for one where that matters.`,
};

/** README.txt in plain words: what the bundle is, what it proves and what not, and how to check it. */
export function readme(told: Told): string {
  return `AN EXPORT OF AN AUDIT LOG

What this is
These files hold entries of the audit log of one county, as they were written when each act was done, and what it takes
to check them without trusting whoever made the export.

What it proves
${proved[told.proves](told)}
It does not prove
  - that the key is the right one: a forger can make a log of his own with a key of his own. Compare the key below with
    the one that was given to you in another way, on paper or on the telephone;
  - that you are shown the same log as others: keep the checkpoints that are sent to you, and check each newer bundle
    against the older checkpoint;
  - that what people did was right, or that an act was entered that the program never carried out. It shows what was
    entered, by whom, when, and that it was not touched afterwards.

How to check it
  clearance verify FOLDER-OR-ARCHIVE --key KEY-FILE --checkpoint OLDER-CHECKPOINT
needs no network and no database. KEY-FILE is a file with the line below. The formats are public, so that other programs
can check them as well: leaves and proofs after RFC 9162 (SHA-256), checkpoint after c2sp.org/tlog-checkpoint, signatures
after c2sp.org/signed-note (Ed25519).

${keysOf(told.keys)}

The files
  events.jsonl       the entries, one a line: the very bytes that were hashed. This file is the one that counts.
  events.csv         the same entries to be read in a spreadsheet.
  events.ocsf.jsonl  the same entries as OCSF events, for programs that collect such events.
  proof              what leads from the entries to the checkpoint, and from an older checkpoint to it.
  checkpoint         how many entries the log had, and the hash over all of them, signed.
  log.pub            the key of the log, to compare; not to be trusted because it lies here.
  manifest.json      who asked for this export, why, with which filter, and the SHA-256 of every file.
  manifest.sig       the signature over manifest.json.

The entries hold no names, numbers, birth dates or charges. People and things stand there as ids that mean something to
the office only.
`;
}

/** One key reads as it always did: bundles that were made before there could be more are compared with this text too. */
const keysOf = (keys: readonly VerifierKey[]): string => {
  const title =
    keys.length === 1 ? 'The key of the log' : 'The keys of the log: the one that signs now, then the earlier ones';
  return [title, ...keys.map((key) => `  ${verifierKeyText(key)}`)].join('\n');
};
