import { GrowingTree } from './growing-tree.ts';
import { HASH_SIZE } from './merkle.ts';

/**
 * All that must be kept of a tree to let it grow: how many leaves it has, and the roots of its perfect subtrees from
 * left (largest) to right, one for each set bit of `size`. Never changed in place: appending gives a new range.
 */
export type Range = { readonly size: number; readonly hashes: readonly Buffer[] };

/** Stored range bytes that do not belong to the size they are read with. */
export class RangeProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RangeProblem';
  }
}

/** The range of a tree without leaves. */
export const emptyRange: Range = { size: 0, hashes: [] };

/** The range after one more leaf. */
export function appendLeaf(range: Range, leaf: Buffer): Range {
  return appendLeaves(range, [leaf]);
}

/** The range after more leaves, in their order; the same as appending them one by one. */
export function appendLeaves(range: Range, leaves: Iterable<Buffer>): Range {
  const tree = new GrowingTree(range);
  for (const leaf of leaves) tree.add(leaf.toString('binary'));
  return tree.range();
}

/** The root of the whole tree. */
export function rootOf(range: Range): Buffer {
  return new GrowingTree(range).root();
}

/** The hashes one after the other, to be stored beside the size. */
export function encodeRange(range: Range): Buffer {
  return Buffer.concat(range.hashes);
}

/**
 * The range of a tree of `size` leaves from what `encodeRange` wrote. The hashes are copied.
 * @throws RangeProblem when the bytes cannot be a range of that size.
 */
export function decodeRange(size: number, bytes: Uint8Array): Range {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeProblem('A tree size is a whole number from 0');
  const expected = setBits(size);
  if (bytes.length !== expected * HASH_SIZE) {
    throw new RangeProblem(`A tree of ${size} leaves has ${expected} hashes, ${bytes.length} bytes do not hold them`);
  }
  const hashes = Array.from({ length: expected }, (_, at) =>
    Buffer.from(bytes.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE)),
  );
  return { size, hashes };
}

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
