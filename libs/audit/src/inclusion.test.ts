import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CT_LEAVES, CT_NODES } from '../testing/ct-vectors.ts';
import { inclusionProof, verifyInclusion } from './inclusion.ts';
import { leafHash, rootOfLeaves } from './merkle.ts';

const leaves = Array.from({ length: 70 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));

/** A tree size, a leaf of it, and another leaf. */
const place = fc
  .integer({ min: 2, max: leaves.length })
  .chain((size) =>
    fc.record({ size: fc.constant(size), index: fc.nat(size - 1), step: fc.integer({ min: 1, max: size - 1 }) }),
  );

describe('an inclusion proof', () => {
  it('is the published one for the known leaves', () => {
    const known = CT_LEAVES.map(leafHash);
    const proof = (index: number, size: number) =>
      inclusionProof(index, known.slice(0, size)).map((hash) => hash.toString('hex'));
    expect(proof(0, 1)).toEqual([]);
    expect(proof(0, 8)).toEqual([CT_NODES[0]?.[1], CT_NODES[1]?.[1], CT_NODES[2]?.[1]]);
    expect(proof(5, 8)).toEqual([CT_NODES[0]?.[4], CT_NODES[1]?.[3], CT_NODES[2]?.[0]]);
    expect(proof(2, 3)).toEqual([CT_NODES[1]?.[0]]);
    expect(proof(1, 5)).toEqual([CT_NODES[0]?.[0], CT_NODES[1]?.[1], CT_NODES[0]?.[4]]);
  });

  it('holds for every leaf of every tree', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const tree = leaves.slice(0, size);
      const root = rootOfLeaves(tree);
      tree.forEach((leaf, index) => {
        expect(verifyInclusion(index, size, leaf, inclusionProof(index, tree), root)).toBe(true);
      });
    }
  });

  it('does not hold for another leaf, place, root or proof', () => {
    fc.assert(
      fc.property(place, fc.nat(255), ({ size, index, step }, at) => {
        const tree = leaves.slice(0, size);
        const [root, leaf, proof] = [rootOfLeaves(tree), tree[index] as Buffer, inclusionProof(index, tree)];
        const other = (index + step) % size;
        const flipped = proof.map((hash, level) => (level === at % proof.length ? flip(hash, at) : hash));
        expect(verifyInclusion(index, size, tree[other] as Buffer, proof, root)).toBe(false);
        expect(verifyInclusion(other, size, leaf, proof, root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, proof, flip(root, at))).toBe(false);
        expect(verifyInclusion(index, size, leaf, flipped, root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, proof.slice(1), root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, [...proof, root], root)).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });

  it('does not hold for a leaf outside the tree, and is not made for one', () => {
    const root = rootOfLeaves(leaves);
    expect(verifyInclusion(70, 70, leaves[0] as Buffer, [], root)).toBe(false);
    expect(verifyInclusion(-1, 70, leaves[0] as Buffer, [], root)).toBe(false);
    expect(verifyInclusion(0.5, 1, leaves[0] as Buffer, [], leaves[0] as Buffer)).toBe(false);
    expect(() => inclusionProof(70, leaves)).toThrow(RangeError);
    expect(() => inclusionProof(0, [])).toThrow(RangeError);
  });
});

function flip(hash: Buffer, bit: number): Buffer {
  const changed = Buffer.from(hash);
  changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
  return changed;
}
