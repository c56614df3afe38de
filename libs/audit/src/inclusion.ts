import { nodeHash, rootOfSpan, splitOf } from './merkle.ts';

/**
 * The sibling hashes from the leaf up to the root that prove that leaf `index` (from 0) is among `leafHashes`
 * (RFC 9162, section 2.1.3.1).
 * @throws RangeError when there is no leaf of that index.
 */
export function inclusionProof(index: number, leafHashes: readonly Buffer[]): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leafHashes.length) {
    throw new RangeError(`No leaf ${index} in a tree of ${leafHashes.length}`);
  }
  const siblings: Buffer[] = [];
  let start = 0;
  let end = leafHashes.length;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      siblings.push(rootOfSpan(leafHashes, middle, end));
      end = middle;
    } else {
      siblings.push(rootOfSpan(leafHashes, start, middle));
      start = middle;
    }
  }
  return siblings.reverse();
}

/** True when `proof` shows that `leaf` is leaf `index` (from 0) of the tree of `size` leaves with this root. */
export function verifyInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let node: Uint8Array = leaf;
  let at = index;
  let last = size - 1;
  // The walk of RFC 9162, section 2.1.3.2; `last` is the index of the rightmost node of the level.
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [halved(at), halved(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [at, last] = [halved(at), halved(last)];
  }
  return last === 0 && Buffer.compare(node, root) === 0;
}

function halved(value: number): number {
  return Math.floor(value / 2);
}
