import { createHash, type Hash } from 'node:crypto';
import { openCheckpoint, type Checkpoint } from '../checkpoint.ts';
import { parseVerifierKey, verifierKeyText, type OpenedNote, type VerifierKey } from '../signed-note.ts';
import { firstDifference, VIEWS } from './compare-view.ts';
import { BundleProblemFound, refuse, type BundleFault, type BundleProblem } from './faults.ts';
import { openManifest, parseManifest, type Manifest, type ManifestHead } from './manifest.ts';
import { BUNDLE_FILES, SUMMED_FILES, type BundleFile, type SummedFile } from './names.ts';
import { olderFault } from './older.ts';
import { ProvedEntries } from './proved-entries.ts';
import { ProofReader } from './proof-reader.ts';

/** A bundle as its files; undefined for one that is not there. Each is read from its beginning whenever asked for. */
export type BundleSource = (name: BundleFile) => AsyncIterable<Uint8Array> | undefined;

/** What the verifier got in another way than with the bundle. */
export type Trust = {
  readonly key?: VerifierKey | undefined;
  /** The text of an older checkpoint. */
  readonly older?: string | undefined;
  /** Whether the two views are made again from the entries; otherwise they are only compared with the manifest. */
  readonly views?: boolean;
};

export type BundleVerdict =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      readonly checkpoint: Checkpoint;
      readonly key: string;
      /** Size of the older checkpoint, where one was given. */
      readonly older?: number;
    }
  | ({ readonly ok: false } & BundleProblem);

/** Small files are read whole; none of them may be longer. */
const MAX_SMALL = 1_048_576;

/**
 * Checks a bundle from its bytes up: entries against leaves, leaves against the root, the root against the signature,
 * files against the manifest, the manifest against its signature, and the checkpoint against an older one. Memory does
 * not grow with the bundle.
 */
export async function verifyBundle(source: BundleSource, trust: Trust = {}): Promise<BundleVerdict> {
  try {
    return await verify(source, trust);
  } catch (error) {
    if (error instanceof BundleProblemFound) return { ok: false, ...error.problem };
    throw error;
  }
}

async function verify(source: BundleSource, trust: Trust): Promise<BundleVerdict> {
  for (const name of BUNDLE_FILES) if (source(name) === undefined) refuse('file_missing', { file: name });
  const key = await keyOf(source, trust);
  const manifest = await manifestOf(source, key);
  const opened = openCheckpoint(await text(source, 'checkpoint'), key);
  if (!opened.ok) return refuse(faultOf(opened.why), { file: 'checkpoint' });
  const { checkpoint } = opened;
  if (!isHead(checkpoint, manifest.checkpoints.after)) refuse('other_checkpoint', { file: 'checkpoint' });

  const sums = new Map<SummedFile, Summed>();
  const summed = (name: SummedFile): AsyncIterable<Uint8Array> => {
    const sum = new Summed(streamOf(source, name));
    sums.set(name, sum);
    return sum;
  };
  const proof = await ProofReader.open(summed('proof'), checkpoint);
  const { before } = proof.header;
  if (!isHead(before, manifest.checkpoints.before)) refuse('other_checkpoint', { file: 'proof' });
  const older = trust.older === undefined ? undefined : openCheckpoint(trust.older, key);
  if (older && !older.ok) return refuse(faultOf(older.why), { file: 'older checkpoint' });

  const entries = new ProvedEntries(proof, checkpoint, older?.checkpoint.size);
  try {
    await entries.readAll(summed('events.jsonl'));
    await proof.end();
    if (proof.header.kind !== manifest.proves) refuse('not_a_bundle', { file: 'proof' });
    const { count, firstSequence, lastSequence } = manifest;
    if (entries.count !== count || entries.first !== firstSequence || entries.last !== lastSequence) refuse('count');
    for (const name of SUMMED_FILES) {
      if (!sums.has(name)) for await (const _ of summed(name)) continue;
      if (!sums.get(name)?.is(manifest.files[name])) refuse('file_changed', { file: name });
    }
  } catch (error) {
    throw await located(error, source);
  }
  if (trust.views) for (const name of Object.keys(VIEWS) as (keyof typeof VIEWS)[]) await checkView(source, name);
  if (older?.ok) {
    const fault = olderFault(older.checkpoint, checkpoint, before, entries.rootAtMark);
    if (fault) refuse(fault, { file: 'older checkpoint' });
  }
  const covered = older?.ok ? { older: older.checkpoint.size } : {};
  return { ok: true, manifest, checkpoint, key: verifierKeyText(key), ...covered };
}

async function keyOf(source: BundleSource, { key }: Trust): Promise<VerifierKey> {
  const shown = (await text(source, 'log.pub')).replace(/\n$/, '');
  const own = parseVerifierKey(shown) ?? refuse('not_a_bundle', { file: 'log.pub' });
  if (key !== undefined && verifierKeyText(key) !== shown) refuse('other_key', { file: 'log.pub' });
  return own;
}

async function manifestOf(source: BundleSource, key: VerifierKey): Promise<Manifest> {
  const bytes = await whole(source, 'manifest.json');
  const opened = openManifest(await text(source, 'manifest.sig'), bytes, key);
  if (!opened.ok) return refuse(faultOf(opened.why), { file: 'manifest.json' });
  const manifest = parseManifest(bytes) ?? refuse('not_a_bundle', { file: 'manifest.json' });
  if (manifest.origin !== key.name) refuse('other_log', { file: 'manifest.json' });
  return manifest;
}

/** Where the root does not fit, the entry at which the events and their view part is the one that was changed. */
async function located(error: unknown, source: BundleSource): Promise<unknown> {
  if (!(error instanceof BundleProblemFound) || error.problem.why !== 'root_mismatch') return error;
  const seq = await firstDifference('events.ocsf.jsonl', ...viewed(source, 'events.ocsf.jsonl'));
  return seq === undefined || seq === 0 ? error : new BundleProblemFound({ why: 'bytes_changed', seq });
}

async function checkView(source: BundleSource, name: keyof typeof VIEWS): Promise<void> {
  const seq = await firstDifference(name, ...viewed(source, name));
  if (seq !== undefined) refuse('view_differs', { file: name, seq });
}

const viewed = (source: BundleSource, name: BundleFile) =>
  [streamOf(source, 'events.jsonl'), streamOf(source, name)] as const;

const faultOf = (why: Extract<OpenedNote, { ok: false }>['why'] | 'not_a_checkpoint'): BundleFault =>
  why === 'not_a_note' || why === 'not_a_checkpoint' ? 'not_a_bundle' : why;

const isHead = (head: { size: number; root: Buffer }, told: ManifestHead): boolean =>
  head.size === told.size && head.root.toString('base64') === told.root;

const streamOf = (source: BundleSource, name: BundleFile): AsyncIterable<Uint8Array> =>
  source(name) ?? refuse('file_missing', { file: name });

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

/** A stream that is summed while somebody reads it. */
class Summed implements AsyncIterable<Uint8Array> {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  private readonly stream: AsyncIterable<Uint8Array>;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.stream = stream;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.stream) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      yield chunk;
    }
  }

  is({ bytes, sha256 }: { bytes: number; sha256: string }): boolean {
    return this.bytes === bytes && this.hash.digest('hex') === sha256;
  }
}
