import { hash } from 'node:crypto';

/** Bytes of one hash (SHA-256). */
export const HASH_SIZE = 32;

/**
 * A hash as 32 characters of one byte each. Hashing to such text takes a third of the time of hashing to a Buffer, and
 * a log is verified by hashing twice per entry: so text is what the growing tree works with.
 */
export type HashText = string;

/** Longest leaf that is hashed without a buffer of its own, with its prefix. */
const SCRATCH = 65_536;
const leaf = Buffer.alloc(SCRATCH);
const node = Buffer.alloc(1 + 2 * HASH_SIZE, 1);
const PREFIX = Buffer.of(1);

/** Hash of one entry's bytes as a leaf: SHA-256(0x00 ‖ bytes) (RFC 9162, section 2.1.1). */
export function leafText(bytes: Uint8Array): HashText {
  const length = bytes.length + 1;
  if (length > SCRATCH) return hash('sha256', Buffer.concat([Buffer.of(0), bytes]), 'binary');
  leaf.set(bytes, 1);
  return hash('sha256', new Uint8Array(leaf.buffer, leaf.byteOffset, length), 'binary');
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). The prefixes keep a node from being passed off as an entry. */
export function nodeText(left: HashText, right: HashText): HashText {
  node.write(left, 1, HASH_SIZE, 'binary');
  node.write(right, 1 + HASH_SIZE, HASH_SIZE, 'binary');
  return hash('sha256', node, 'binary');
}

/** `leafText` as bytes. */
export function leafHash(bytes: Uint8Array): Buffer {
  return Buffer.from(leafText(bytes), 'binary');
}

/** `nodeText` of and as bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', Buffer.concat([PREFIX, left, right]), 'binary'), 'binary');
}

/** Root of a tree without entries: SHA-256 of nothing. */
export const emptyRoot: Buffer = Buffer.from(hash('sha256', '', 'binary'), 'binary');

/**
 * Root over leaf hashes, written as RFC 9162 defines it and for no other purpose than to be right. It needs every leaf
 * at once; what grows a log is the compact range.
 */
export function rootOfLeaves(leafHashes: readonly Buffer[]): Buffer {
  return leafHashes.length === 0 ? emptyRoot : rootOfSpan(leafHashes, 0, leafHashes.length);
}

/** Root over `leafHashes[start, end)`; at least one leaf. */
export function rootOfSpan(leafHashes: readonly Buffer[], start: number, end: number): Buffer {
  if (end - start === 1) return leafHashes[start] as Buffer;
  const middle = start + splitOf(end - start);
  return nodeHash(rootOfSpan(leafHashes, start, middle), rootOfSpan(leafHashes, middle, end));
}

/** The largest power of two that is smaller than `size`: how many leaves go to the left. `size` is at least 2. */
export function splitOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}
