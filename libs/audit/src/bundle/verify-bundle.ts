import { openCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { openKeptCheckpoint } from '../kept-checkpoint.ts';
import {
  isSignedOnce,
  parseVerifierKeys,
  verifierKeysText,
  verifierKeyText,
  type OpenedNote,
  type VerifierKey,
} from '../signed-note.ts';
import { compareViews, type Compared } from './compare-views.ts';
import { BundleProblemFound, refuse, type BundleFault, type BundleProblem } from './faults.ts';
import { located } from './located.ts';
import { openManifest, parseManifest, type Manifest, type ManifestHead } from './manifest.ts';
import { BUNDLE_FILES, SUMMED_FILES, type BundleFile, type SummedFile } from './names.ts';
import { olderFault } from './older.ts';
import { ProvedEntries } from './proved-entries.ts';
import { ProofReader } from './proof-reader.ts';
import { readme } from './readme.ts';
import { isFile, streamOf, Summed, type BundleSource } from './source.ts';
import { straysAmong } from './strays.ts';
import type { TimeBack } from './time-watch.ts';

/** What the verifier got in another way than with the bundle. */
export type Trust = {
  /** Keys of the log: one of them must have signed the bundle. */
  readonly keys?: readonly VerifierKey[] | undefined;
  /** The text of an older checkpoint, as somebody kept it. */
  readonly older?: string | undefined;
};

export type BundleVerdict =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      readonly checkpoint: Checkpoint;
      readonly key: string;
      /** Size of the older checkpoint, where one was given. */
      readonly older?: number;
      /** What an operating system left beside the files; nothing vouches for it. */
      readonly ofSystem: readonly string[];
      /** Where an entry is dated before the one in front of it: a caution. */
      readonly timeBack: TimeBack | undefined;
    }
  | ({ readonly ok: false } & BundleProblem);

/** Small files are read whole; none of them may be longer. */
const MAX_SMALL = 1_048_576;

/**
 * Checks a bundle from its bytes up: entries against leaves, leaves against the root, the root against the signature,
 * files against the manifest, the manifest against its signature, views and README.txt against what the entries make of
 * them, and the checkpoint against an older one. Memory does not grow with the bundle.
 *
 * @param names of all that lies in the bundle. What is no file of one is refused last: whoever reads on knows by then that
 *   there is nothing else.
 */
export async function verifyBundle(
  source: BundleSource,
  trust: Trust = {},
  names: readonly string[] = BUNDLE_FILES,
): Promise<BundleVerdict> {
  try {
    return await verify(source, trust, names);
  } catch (error) {
    if (error instanceof BundleProblemFound) return { ok: false, ...error.problem };
    throw error;
  }
}

async function verify(source: BundleSource, trust: Trust, names: readonly string[]): Promise<BundleVerdict> {
  for (const file of BUNDLE_FILES) {
    if (source(file) === undefined) refuse('file_missing', { file });
    if (names.indexOf(file) !== names.lastIndexOf(file)) refuse('file_twice', { file });
  }
  const keys = await keysOf(source, trust);
  const key = keys[0];
  const manifest = await manifestOf(source, key);
  const note = await text(source, 'checkpoint');
  const opened = openCheckpoint(note, key);
  if (!opened.ok) return refuse(faultOf(opened.why), { file: 'checkpoint' });
  refuseMore(note, 'checkpoint');
  const { checkpoint } = opened;
  if (!isHead(checkpoint, manifest.checkpoints.after)) refuse('other_checkpoint', { file: 'checkpoint' });

  const sums = new Map<SummedFile, Summed>();
  const summed = (name: SummedFile): AsyncIterable<Uint8Array> => {
    const sum = new Summed(streamOf(source, name));
    sums.set(name, sum);
    return sum;
  };
  const proof = await ProofReader.open(summed('proof'), checkpoint).catch(async (error: unknown) => {
    throw await located(error, source, manifest);
  });
  const { before } = proof.header;
  if (!isHead(before, manifest.checkpoints.before)) refuse('other_checkpoint', { file: 'proof' });
  // The manifest, signed with the key that counts, vouches for the earlier keys in log.pub.
  const known = [...keys, ...(trust.keys ?? [])];
  const older = trust.older === undefined ? undefined : openKeptCheckpoint(trust.older, known);
  if (older && !older.ok) return refuse(faultOf(older.why), { file: 'older checkpoint' });

  const entries = new ProvedEntries(proof, checkpoint, older?.checkpoint.size);
  try {
    await entries.readAll(summed('events.jsonl'));
    await proof.end();
    if (proof.header.kind !== manifest.proves) refuse('not_a_bundle', { file: 'proof' });
    if (!isCounted(entries, manifest)) {
      const isWhole = await isFile(source, 'events.jsonl', manifest.files['events.jsonl']);
      refuse('count', { file: isWhole ? 'manifest.json' : 'events.jsonl' });
    }
    for (const name of SUMMED_FILES) {
      if (!sums.has(name)) for await (const _ of summed(name)) continue;
      if (!sums.get(name)?.is(manifest.files[name])) refuse('file_changed', { file: name });
    }
  } catch (error) {
    throw await located(error, source, manifest);
  }
  await checkReadme(source, manifest, checkpoint, keys);
  const { timeBack } = await checkedViews(source, manifest);
  if (older?.ok) {
    const fault = olderFault(older.checkpoint, checkpoint, before, entries.rootAtMark);
    if (fault) refuse(fault, { file: 'older checkpoint' });
  }
  const { foreign, ofSystem } = straysAmong(names);
  if (foreign.length > 0) refuse('strange_file', { strange: foreign });
  const covered = older?.ok ? { older: older.checkpoint.size } : {};
  return { ok: true, manifest, checkpoint, key: verifierKeyText(key), ofSystem, timeBack, ...covered };
}

/** The keys in log.pub, of which the first one signed the bundle. */
async function keysOf(source: BundleSource, trust: Trust): Promise<readonly [VerifierKey, ...VerifierKey[]]> {
  const shown = await text(source, 'log.pub');
  const [key, ...earlier] = parseVerifierKeys(shown) ?? [];
  if (!key || verifierKeysText([key, ...earlier]) !== shown) return refuse('not_a_bundle', { file: 'log.pub' });
  if (earlier.some(({ name }) => name !== key.name)) refuse('other_log', { file: 'log.pub' });
  const trusted = trust.keys?.map(verifierKeyText);
  if (trusted && !trusted.includes(verifierKeyText(key))) {
    const isEarlier = earlier.some((one) => trusted.includes(verifierKeyText(one)));
    refuse(isEarlier ? 'key_changed' : 'other_key', { file: 'log.pub' });
  }
  return [key, ...earlier];
}

async function manifestOf(source: BundleSource, key: VerifierKey): Promise<Manifest> {
  const bytes = await whole(source, 'manifest.json');
  const note = await text(source, 'manifest.sig');
  const opened = openManifest(note, bytes, key);
  if (!opened.ok && opened.why === 'other_manifest') return refuse('bad_signature', { file: 'manifest.json' });
  if (!opened.ok) return refuse(faultOf(opened.why), { file: 'manifest.sig' });
  refuseMore(note, 'manifest.sig');
  const manifest = parseManifest(bytes) ?? refuse('not_a_bundle', { file: 'manifest.json' });
  if (manifest.origin !== key.name) refuse('other_log', { file: 'manifest.json' });
  return manifest;
}

/** A further line beside the signature would stand there as if it were part of what is proved; the product writes none. */
function refuseMore(note: string, file: 'checkpoint' | 'manifest.sig'): void {
  if (!isSignedOnce(note)) refuse('more_signatures', { file });
}

const isCounted = (entries: ProvedEntries, { count, firstSequence, lastSequence }: Manifest): boolean =>
  entries.count === count && entries.first === firstSequence && entries.last === lastSequence;

async function checkReadme(
  source: BundleSource,
  { proves, count, firstSequence: first, lastSequence: last }: Manifest,
  { size }: Checkpoint,
  keys: readonly VerifierKey[],
): Promise<void> {
  const written = readme({ proves, count, first, last, checkpoint: size, keys });
  if ((await text(source, 'README.txt')) !== written) refuse('view_differs', { file: 'README.txt' });
}

async function checkedViews(source: BundleSource, { format }: Manifest): Promise<Compared> {
  const compared = await compareViews(source, format);
  for (const [file, seq] of compared.different) refuse('view_differs', { file, seq });
  return compared;
}

const faultOf = (why: Extract<OpenedNote, { ok: false }>['why'] | 'not_a_checkpoint'): BundleFault =>
  why === 'not_a_note' || why === 'not_a_checkpoint' ? 'not_a_bundle' : why;

const isHead = (head: { size: number; root: Buffer }, told: ManifestHead): boolean =>
  head.size === told.size && head.root.toString('base64') === told.root;

async function whole(source: BundleSource, name: BundleFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of streamOf(source, name)) {
    bytes += part.length;
    if (bytes > MAX_SMALL) refuse('not_a_bundle', { file: name });
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

async function text(source: BundleSource, name: BundleFile): Promise<string> {
  return (await whole(source, name)).toString('utf8');
}
