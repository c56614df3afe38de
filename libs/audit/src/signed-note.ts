import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

/** A key whose signatures are trusted: a name and an Ed25519 public key (C2SP signed-note). */
export type VerifierKey = {
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key). */
  readonly id: number;
  /** 32 bytes. */
  readonly publicKey: Buffer;
};

export type OpenedNote =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'not_a_note' | 'other_key' | 'bad_signature' };

const ED25519 = 0x01;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const MAX_NOTE_BYTES = 65_536;
const MAX_SIGNATURES = 100;
/** PKCS #8 of an Ed25519 private key, up to its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;
const KEY_NAME = /^[^\s+\p{Z}\p{Cc}]+$/u;

/** The key of that name. Throws RangeError for a name with a space or plus, and for a key that is not 32 bytes. */
export function verifierKey(name: string, publicKey: Buffer): VerifierKey {
  if (!KEY_NAME.test(name)) throw new RangeError('A key name holds neither spaces nor plus');
  if (publicKey.length !== KEY_BYTES) throw new RangeError(`An Ed25519 public key has ${KEY_BYTES} bytes`);
  const named = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ED25519), publicKey]);
  return { name, id: hash('sha256', named, 'buffer').readUInt32BE(0), publicKey };
}

/** `name+hash+base64`, as Go's sumdb/note and other programs read it. */
export function verifierKeyText({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${hexOf(id)}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;
}

/** The key of its text; undefined when that is no Ed25519 verifier key, or its hash is not that of the key. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text);
  const [, name = '', id = '', encoded = ''] = parts ?? [];
  const bytes = decoded(encoded);
  if (!KEY_NAME.test(name) || bytes?.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) return undefined;
  const key = verifierKey(name, bytes.subarray(1));
  return hexOf(key.id) === id ? key : undefined;
}

/** The keys of one log, a line each. */
export function verifierKeysText(keys: readonly VerifierKey[]): string {
  return keys.map((key) => `${verifierKeyText(key)}\n`).join('');
}

/** The keys of such a text, with any line ends and blank lines; undefined where it holds none, or anything else. */
export function parseVerifierKeys(text: string): readonly VerifierKey[] | undefined {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '').map(parseVerifierKey);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? keys : undefined;
}

/** The private key of a seed of 32 bytes. */
export function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key that belongs to a private one. */
export function publicKeyOf(privateKey: KeyObject): Buffer {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
}

/**
 * The text with a signature by `name`.
 * @throws RangeError unless the text ends with a line feed and holds no other control character.
 */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  if (!isText(text)) throw new RangeError('The text of a note is whole lines without control characters');
  const { id } = verifierKey(name, publicKeyOf(privateKey));
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(id);
  return `${text}\n— ${name} ${Buffer.concat([head, signature]).toString('base64')}\n`;
}

/**
 * The text of a note that `key` signed. Signatures of other keys are passed over; a signature of this key that does not
 * hold rejects the whole note.
 */
export function openNote(note: string, key: VerifierKey): OpenedNote {
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2).split('\n');
  if (gap < 0 || lines.pop() !== '' || lines.length > MAX_SIGNATURES || Buffer.byteLength(note) > MAX_NOTE_BYTES) {
    return { ok: false, why: 'not_a_note' };
  }
  if (!isText(text)) return { ok: false, why: 'not_a_note' };
  let signed = false;
  for (const line of lines) {
    const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = decoded(encoded);
    if (bytes === undefined || bytes.length < 5 || !KEY_NAME.test(name)) return { ok: false, why: 'not_a_note' };
    if (name !== key.name || bytes.readUInt32BE(0) !== key.id) continue;
    if (!holds(text, bytes.subarray(4), key)) return { ok: false, why: 'bad_signature' };
    signed = true;
  }
  return signed ? { ok: true, text } : { ok: false, why: 'other_key' };
}

/** Whether a note carries one signature and nothing beside it. */
export function isSignedOnce(note: string): boolean {
  const signatures = note.slice(note.lastIndexOf('\n\n') + 2);
  return signatures.indexOf('\n') === signatures.length - 1;
}

function holds(text: string, signature: Buffer, { publicKey }: VerifierKey): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  try {
    return verify(null, Buffer.from(text, 'utf8'), createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    // 32 bytes that are no point of the curve: nothing can have been signed with them.
    return false;
  }
}

/** Whole lines without control characters but the line feed. U+FFFD is what bytes that are no UTF-8 were read as. */
const isText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && !text.includes('\ufffd') && !/[^\P{Cc}\n]/u.test(text);

/** Base 64 in its one canonical form, or undefined. */
function decoded(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

const hexOf = (id: number): string => id.toString(16).padStart(8, '0');
