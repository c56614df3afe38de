import { createHash } from 'node:crypto';
import { signCheckpoint } from '../src/checkpoint.ts';
import { consistencyProof } from '../src/consistency.ts';
import { auditCsvHeader, auditCsvLine } from '../src/csv.ts';
import type { AuditEntry } from '../src/entry.ts';
import { BUNDLE_FORMAT, FIRST_FORMAT, manifestBytes, signManifest, type Manifest } from '../src/bundle/manifest.ts';
import { SUMMED_FILES, type BundleFile } from '../src/bundle/names.ts';
import { entryProofLine, proofHeaderLine } from '../src/bundle/proof-file.ts';
import { readme } from '../src/bundle/readme.ts';
import type { BundleSource } from '../src/bundle/source.ts';
import { inclusionProof } from '../src/inclusion.ts';
import { rootOfLeaves } from '../src/merkle.ts';
import { ocsfLine1 } from '../src/ocsf-1.ts';
import { ocsfLine } from '../src/ocsf.ts';
import { appendLeaves, emptyRange } from '../src/range.ts';
import { privateKeyOf, publicKeyOf, verifierKey, verifierKeysText, type VerifierKey } from '../src/signed-note.ts';
import type { Stored } from './entries.ts';

export const ORIGIN = 'clearance.example/0b6f4f0e-8f3e-4e55-9f6b-2f7f5d2b9a11';
export const SEED = Buffer.alloc(32, 7);
const privateKey = privateKeyOf(SEED);
export const KEY = verifierKey(ORIGIN, publicKeyOf(privateKey));

export type Bundle = Record<BundleFile, Buffer>;

/** How a bundle is made: of which entries of a log, between which checkpoints, and by whose key. */
export type Making = {
  readonly log: readonly Stored[];
  /** Sequences; all of the log unless told. */
  readonly chosen?: readonly number[];
  /** Size of the older checkpoint that the proof starts from. */
  readonly before?: number;
  readonly seed?: Buffer;
  /** Keys that signed before. */
  readonly earlier?: readonly VerifierKey[];
  readonly format?: Manifest['format'];
};

/** The checkpoint of the first `size` entries of a log. */
export function checkpointOf(log: readonly Stored[], size = log.length, seed: Buffer = SEED): string {
  return signCheckpoint({ origin: ORIGIN, size, root: rootAt(log, size) }, privateKeyOf(seed));
}

/** A bundle as the product makes one, from a log held in memory. */
export function bundleOf({
  log,
  chosen = log.map(({ seq }) => seq),
  before = 0,
  seed = SEED,
  earlier = [],
  format = BUNDLE_FORMAT,
}: Making): Bundle {
  const key = verifierKey(ORIGIN, publicKeyOf(privateKeyOf(seed)));
  const leaves = log.map(({ leafHash }) => leafHash);
  const [first = 1, last = 1] = [chosen[0], chosen.at(-1)];
  const proves = last - first + 1 === chosen.length ? 'range' : 'entries';
  const entries = chosen.map((seq) => log[seq - 1] as Stored);
  const older = {
    size: before,
    root: rootAt(log, before),
    consistency: before > 0 ? consistencyProof(before, leaves) : [],
  };
  const header = { size: log.length, before: older };
  const proof =
    proves === 'range'
      ? proofHeaderLine({
          ...{ ...header, kind: 'range', first, last },
          left: appendLeaves(emptyRange, leaves.slice(0, first - 1)).hashes,
          right: consistencyProof(last, leaves),
        })
      : proofHeaderLine({ ...header, kind: 'entries' }) +
        chosen.map((seq) => entryProofLine({ seq, path: inclusionProof(seq - 1, leaves) })).join('');
  const told = { proves, count: chosen.length, first, last, checkpoint: log.length, keys: [key, ...earlier] } as const;
  const files = {
    'README.txt': readme(told),
    'log.pub': verifierKeysText([key, ...earlier]),
    checkpoint: checkpointOf(log, log.length, seed),
    proof,
    'events.jsonl': entries.map(({ bytes }) => `${bytes.toString('utf8')}\n`).join(''),
    ...viewsOf(
      entries.map(({ bytes }) => bytes),
      format,
    ),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])) as Bundle;
  return signed(
    bytes,
    manifestOf(
      bytes,
      { ...told, format },
      { before: older, after: { size: log.length, root: rootAt(log, log.length) } },
    ),
    seed,
  );
}

/** The views of entries. */
export function viewsOf(
  entries: readonly Buffer[],
  format: Manifest['format'] = BUNDLE_FORMAT,
): Record<'events.csv' | 'events.ocsf.jsonl', string> {
  const ocsf = format === FIRST_FORMAT ? ocsfLine1 : ocsfLine;
  const parsed = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as AuditEntry;
  return {
    'events.csv': auditCsvHeader + entries.map((bytes) => auditCsvLine(parsed(bytes))).join(''),
    'events.ocsf.jsonl': entries.map((bytes) => ocsf(parsed(bytes), bytes)).join(''),
  };
}

/** The files with this manifest, signed. */
export function signed(
  files: Omit<Bundle, 'manifest.json' | 'manifest.sig'>,
  manifest: Manifest,
  seed: Buffer = SEED,
): Bundle {
  const bytes = manifestBytes(manifest);
  const signature = signManifest(manifest.origin, bytes, privateKeyOf(seed));
  return { ...files, 'manifest.json': bytes, 'manifest.sig': Buffer.from(signature) };
}

export const manifestIn = (bundle: Bundle): Manifest =>
  JSON.parse(bundle['manifest.json'].toString('utf8')) as Manifest;

/** Sizes and hashes as the files are now. */
export const sumsOf = (bundle: Bundle): Manifest['files'] =>
  Object.fromEntries(
    SUMMED_FILES.map((name) => [
      name,
      { bytes: bundle[name].length, sha256: createHash('sha256').update(bundle[name]).digest('hex') },
    ]),
  ) as Manifest['files'];

/** Reads a bundle in parts of `step` bytes, so that lines fall across them. */
export const sourceOf =
  (bundle: Partial<Bundle>, step = 1_000): BundleSource =>
  (name) => {
    const bytes = bundle[name];
    return bytes && parts(bytes, step);
  };

async function* parts(bytes: Buffer, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step)
    yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + step)));
}

type Heads = Record<'before' | 'after', { size: number; root: Buffer }>;
type Told = {
  format: Manifest['format'];
  proves: 'range' | 'entries';
  count: number;
  first: number;
  last: number;
};

function manifestOf(files: Bundle, { format, proves, count, first, last }: Told, { before, after }: Heads): Manifest {
  const head = ({ size, root }: Heads['before']) => ({ size, root: root.toString('base64') });
  return {
    format,
    origin: ORIGIN,
    export: {
      id: '7e2ad6f2-4c44-4d5f-9d0b-7f5a26c6d7aa',
      purpose: 'Yearly audit',
      requestedBy: { id: 'u_9', roles: ['compliance'] },
      requestedAt: '2026-11-22T12:00:00.000000Z',
      builtAt: '2026-11-22T12:00:01.000000Z',
      filter: {},
    },
    tool: 'clearance 0.1.0',
    ...{ proves, count, firstSequence: first, lastSequence: last },
    checkpoints: { before: head(before), after: head(after) },
    files: sumsOf(files),
  };
}

const rootAt = (log: readonly Stored[], size: number): Buffer =>
  rootOfLeaves(log.slice(0, size).map(({ leafHash }) => leafHash));
