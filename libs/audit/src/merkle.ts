import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/** Bytes of one hash (SHA-256). */
export const HASH_SIZE = 32;

/** Hash of one entry's bytes as a leaf: SHA-256(0x00 ‖ bytes) (RFC 9162, section 2.1.1). */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest();
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). The prefixes keep a node from being passed off as an entry. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Root of a tree without entries: SHA-256 of nothing. */
export const emptyRoot: Buffer = createHash('sha256').digest();

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
