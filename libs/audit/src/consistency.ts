import { GrowingTree } from './growing-tree.ts';
import { nodeHash, rootOfSpan, splitOf } from './merkle.ts';
import { emptyRange, rootOf, type Range } from './range.ts';

/** Leaves `[start, end)` of a tree. */
type Span = { readonly start: number; readonly end: number };

/**
 * The hashes that prove that the first `from` of these leaves are the tree of that size (RFC 9162, section 2.1.4.1).
 * Needs every leaf at once; `startConsistency` does not.
 * @throws RangeError unless 0 < from ≤ leaves.
 */
export function consistencyProof(from: number, leafHashes: readonly Buffer[]): Buffer[] {
  checkedSizes(from, leafHashes.length);
  return spansOf(from, leafHashes.length).map(({ start, end }) => rootOfSpan(leafHashes, start, end));
}

/** A proof being made from the leaf hashes after an older tree, given in order. */
export type ConsistencyMaker = {
  add(leaf: Uint8Array): void;
  /** The proof, once `size - from.size` leaves were given. Throws RangeError when they were fewer or more. */
  finish(): Buffer[];
};

/**
 * Makes the consistency proof between the tree that `from` is the range of and the later one of `size` leaves. What lies
 * before is in the range already, so only the leaves between the two are needed; memory does not grow with them.
 */
export function startConsistency(from: Range, size: number): ConsistencyMaker {
  checkedSizes(from.size, size);
  const spans = spansOf(from.size, size);
  const known = hashesOfRange(from);
  const wanted = spans.filter(({ start }) => start >= from.size).sort((one, other) => one.start - other.start);
  const found = new Map<number, Buffer>();
  let at = from.size;
  let place = 0;
  let subtree = new GrowingTree(emptyRange);
  return {
    add(leaf) {
      const span = wanted[place];
      at += 1;
      if (span === undefined) return;
      subtree.add(Buffer.from(leaf).toString('binary'));
      if (at < span.end) return;
      found.set(span.start, subtree.root());
      subtree = new GrowingTree(emptyRange);
      place += 1;
    },
    finish() {
      if (at !== size) throw new RangeError(`${at - from.size} leaves given, ${size - from.size} needed`);
      return spans.map(({ start }) => {
        const hash = start < from.size ? known.get(start) : found.get(start);
        if (hash === undefined) throw new RangeError('The range is not of its size');
        return hash;
      });
    },
  };
}

/** True when `proof` shows that the tree of `from` leaves is the beginning of the tree of `size` leaves. */
export function verifyConsistency(
  from: number,
  size: number,
  fromRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(size) || from < 0 || from > size) return false;
  // Every tree begins as the empty one, which has one root.
  if (from === 0) return proof.length === 0 && same(fromRoot, rootOf(emptyRange));
  if (from === size) return proof.length === 0 && same(fromRoot, root);
  // RFC 9162, section 2.1.4.2. A tree that is perfect is a node of the later one and left out of the proof.
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [at, last] = [from - 1, size - 1];
  while (at % 2 === 1) [at, last] = [halved(at), halved(last)];
  let [older, newer] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    } else {
      newer = nodeHash(newer, hash);
    }
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && same(older, fromRoot) && same(newer, root);
}

/** The subtrees of a proof in its order: SUBPROOF of RFC 9162 without the hashing. */
function spansOf(from: number, size: number): Span[] {
  if (from === size) return [];
  const spans: Span[] = [];
  let [start, end, older] = [0, size, from];
  let whole = true;
  while (older !== end - start) {
    const middle = start + splitOf(end - start);
    if (start + older <= middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      older -= middle - start;
      start = middle;
      whole = false;
    }
  }
  if (!whole) spans.push({ start, end });
  return spans.reverse();
}

/** The hashes of a range by the leaf at which each of its subtrees begins. */
function hashesOfRange({ size, hashes }: Range): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  let [start, rest] = [0, size];
  for (const hash of hashes) {
    const length = 2 ** Math.floor(Math.log2(rest));
    found.set(start, hash);
    start += length;
    rest -= length;
  }
  return found;
}

function checkedSizes(from: number, size: number): void {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(size) || from < 1 || from > size) {
    throw new RangeError(`No proof from ${from} to ${size} leaves`);
  }
}

const halved = (value: number): number => Math.floor(value / 2);
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
