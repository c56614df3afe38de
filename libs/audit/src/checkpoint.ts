import type { KeyObject } from 'node:crypto';
import { HASH_SIZE } from './merkle.ts';
import { openNote, signNote, type OpenedNote, type VerifierKey } from './signed-note.ts';
import type { Head } from './verify-entries.ts';

/** What a log vouches for (C2SP tlog-checkpoint): which log, how many entries, and the root over them. */
export type Checkpoint = Head & { readonly origin: string; readonly root: Buffer };

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly why: Extract<OpenedNote, { ok: false }>['why'] | 'not_a_checkpoint' };

/** The text of a checkpoint: origin, size and base64 root, a line each. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** The checkpoint of a text; undefined when it is none. Lines after the third are extensions and passed over. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  const [origin = '', count = '', encoded = ''] = lines;
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return undefined;
  const [size, root] = [Number(count), Buffer.from(encoded, 'base64')];
  if (!/^(0|[1-9]\d*)$/.test(count) || !Number.isSafeInteger(size)) return undefined;
  if (root.length !== HASH_SIZE || root.toString('base64') !== encoded) return undefined;
  return { origin, size, root };
}

/** A checkpoint as a note, signed under its origin. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  return signNote(checkpointText(checkpoint), checkpoint.origin, privateKey);
}

/** The checkpoint of a note that the log of this key signed: its origin is the key's name. */
export function openCheckpoint(note: string, key: VerifierKey): OpenedCheckpoint {
  const opened = openNote(note, key);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  return checkpoint?.origin === key.name ? { ok: true, checkpoint } : { ok: false, why: 'not_a_checkpoint' };
}
