import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CT_LEAVES, CT_ROOTS } from '../testing/ct-vectors.ts';
import { leafHash, rootOfLeaves } from './merkle.ts';
import { appendLeaf, appendLeaves, decodeRange, emptyRange, encodeRange, RangeProblem, rootOf } from './range.ts';

const leaves = Array.from({ length: 3000 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));

describe('a compact range', () => {
  it('has the published root after each of the eight known leaves', () => {
    let range = emptyRange;
    const roots = [rootOf(range)];
    for (const leaf of CT_LEAVES) {
      range = appendLeaf(range, leafHash(leaf));
      roots.push(rootOf(range));
    }
    expect(roots.map((root) => root.toString('hex'))).toEqual(CT_ROOTS);
  });

  it('has the root of the literal definition at every size up to 300', () => {
    let range = emptyRange;
    for (let size = 1; size <= 300; size += 1) {
      range = appendLeaf(range, leaves[size - 1] as Buffer);
      expect(rootOf(range)).toEqual(rootOfLeaves(leaves.slice(0, size)));
    }
  });

  it('has that root for any size and any batching, also when it is stored between batches', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 5 }), (batches) => {
        let range = emptyRange;
        for (const batch of batches) {
          range = appendLeaves(range, leaves.slice(range.size, range.size + batch));
          range = decodeRange(range.size, encodeRange(range));
        }
        expect(range.size).toBe(batches.reduce((sum, batch) => sum + batch, 0));
        expect(rootOf(range)).toEqual(rootOfLeaves(leaves.slice(0, range.size)));
      }),
      { numRuns: 300, seed: 6962 },
    );
  });

  it('is not changed by appending to it', () => {
    const before = appendLeaves(emptyRange, leaves.slice(0, 7));
    const kept = encodeRange(before);
    appendLeaves(before, leaves.slice(7, 20));
    expect(before.size).toBe(7);
    expect(encodeRange(before)).toEqual(kept);
  });

  it('grows past the sizes that fit 32 bits', () => {
    const size = 2 ** 40 + 2 ** 33 + 1;
    const hashes = leaves.slice(0, 3);
    const grown = appendLeaf(decodeRange(size, Buffer.concat(hashes)), leaves[3] as Buffer);
    expect(grown.size).toBe(size + 1);
    expect(grown.hashes).toHaveLength(3);
    expect(grown.hashes[1]).toEqual(hashes[1]);
    expect(decodeRange(grown.size, encodeRange(grown))).toEqual(grown);
  });

  it.each([
    ['too few hashes', 3, 32],
    ['too many hashes', 4, 64],
    ['half a hash', 1, 16],
    ['hashes for an empty tree', 0, 32],
    ['a size that is no number of leaves', -1, 0],
    ['a fraction of a leaf', 1.5, 32],
  ])('is refused when it is read with %s', (_what, size, bytes) => {
    expect(() => decodeRange(size, Buffer.alloc(bytes))).toThrow(RangeProblem);
  });
});
