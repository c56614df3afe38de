import { hash, type KeyObject } from 'node:crypto';
import { checkedFields, checkedText, checkedUtcTime, checkedWhole } from '../entry-checks.ts';
import { HASH_SIZE } from '../merkle.ts';
import { openNote, signNote, verifierKey, type OpenedNote, type VerifierKey } from '../signed-note.ts';
import { SUMMED_FILES, type SummedFile } from './names.ts';

export const BUNDLE_FORMAT = 'clearance-audit-bundle/2';
/** Up to 0.1.0; differs in the OCSF events. */
export const FIRST_FORMAT = 'clearance-audit-bundle/1';

/** Size in bytes and SHA-256 in hex. */
export type FileSum = { readonly bytes: number; readonly sha256: string };

/** What a bundle says of itself. Ids are opaque; the purpose is what the person wrote who asked for the export. */
export type Manifest = {
  readonly format: typeof BUNDLE_FORMAT | typeof FIRST_FORMAT;
  /** The log that it is from; also the name of its key. */
  readonly origin: string;
  readonly export: {
    readonly id: string;
    readonly purpose: string;
    readonly requestedBy: { readonly id: string; readonly roles: readonly string[] };
    /** UTC with microseconds, as in entries. */
    readonly requestedAt: string;
    readonly builtAt: string;
    readonly filter: Readonly<Record<string, string>>;
  };
  readonly tool: string;
  /** `range`: every entry from the first to the last; `entries`: these are in the log, and others may be. */
  readonly proves: 'range' | 'entries';
  readonly count: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** Sizes and base64 roots; `after` is what the file `checkpoint` holds. */
  readonly checkpoints: { readonly before: ManifestHead; readonly after: ManifestHead };
  readonly files: Readonly<Record<SummedFile, FileSum>>;
};
export type ManifestHead = { readonly size: number; readonly root: string };

/** The bytes of manifest.json. */
export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}

/** The manifest of its bytes; undefined when they are none. */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return checkedManifest(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    // Whatever is wrong with it, it is no manifest; the caller names the file.
    return undefined;
  }
}

/** A key of its own name signs manifests, so that no checkpoint can be passed off as one. */
const signerOf = (origin: string): string => `${origin}/exports`;
const textOf = (origin: string, bytes: Uint8Array): string => `${signerOf(origin)}\n${hash('sha256', bytes)}\n`;

/** manifest.sig: a signed note (C2SP) over the SHA-256 of manifest.json. */
export function signManifest(origin: string, bytes: Uint8Array, privateKey: KeyObject): string {
  return signNote(textOf(origin, bytes), signerOf(origin), privateKey);
}

export type OpenedManifest = OpenedNote | { readonly ok: false; readonly why: 'other_manifest' };

/** Whether the log of this key signed these bytes; `other_manifest` where the signature holds, but is one over others. */
export function openManifest(note: string, bytes: Uint8Array, key: VerifierKey): OpenedManifest {
  const opened = openNote(note, verifierKey(signerOf(key.name), key.publicKey));
  if (opened.ok && opened.text !== textOf(key.name, bytes)) return { ok: false, why: 'other_manifest' };
  return opened;
}

/** Throws when anything is missing, too much or of another kind. */
function checkedManifest(value: unknown): Manifest {
  const manifest = value as Manifest;
  checkedFields('manifest', manifest, MANIFEST_FIELDS);
  if (manifest.format !== BUNDLE_FORMAT && manifest.format !== FIRST_FORMAT) throw new RangeError('another format');
  if (manifest.proves !== 'range' && manifest.proves !== 'entries') throw new RangeError('proves something else');
  checkedText('origin', manifest.origin);
  checkedText('tool', manifest.tool);
  const { count, firstSequence, lastSequence } = manifest;
  checkedWhole('firstSequence', firstSequence, 1);
  checkedWhole('lastSequence', lastSequence, firstSequence);
  checkedWhole('count', count, 1);
  checkedFields('export', manifest.export, EXPORT_FIELDS);
  checkedUtcTime('requestedAt', manifest.export.requestedAt);
  checkedUtcTime('builtAt', manifest.export.builtAt);
  checkedFields('checkpoints', manifest.checkpoints, CHECKPOINT_FIELDS);
  for (const head of [manifest.checkpoints.before, manifest.checkpoints.after]) {
    checkedFields('checkpoint', head, HEAD_FIELDS);
    checkedWhole('size', head.size, 0);
    if (Buffer.from(head.root, 'base64').length !== HASH_SIZE) throw new RangeError('no root');
  }
  checkedFields('files', manifest.files, new Set(SUMMED_FILES));
  for (const name of SUMMED_FILES) {
    checkedFields(name, manifest.files[name], SUM_FIELDS);
    checkedWhole(name, manifest.files[name].bytes, 0);
    if (!/^[0-9a-f]{64}$/.test(manifest.files[name].sha256)) throw new RangeError('no SHA-256');
  }
  return manifest;
}

const MANIFEST_FIELDS = new Set([
  ...['format', 'origin', 'export', 'tool', 'proves', 'count', 'firstSequence', 'lastSequence', 'checkpoints', 'files'],
]);
const EXPORT_FIELDS = new Set(['id', 'purpose', 'requestedBy', 'requestedAt', 'builtAt', 'filter']);
const CHECKPOINT_FIELDS = new Set(['before', 'after']);
const HEAD_FIELDS = new Set(['size', 'root']);
const SUM_FIELDS = new Set(['bytes', 'sha256']);
