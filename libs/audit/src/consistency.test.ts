import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CT_LEAVES, CT_NODES, CT_ROOTS } from '../testing/ct-vectors.ts';
import { consistencyProof, startConsistency, verifyConsistency } from './consistency.ts';
import { leafHash, rootOfLeaves } from './merkle.ts';
import { appendLeaves, emptyRange } from './range.ts';

const leaves = Array.from({ length: 70 }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const root = (size: number) => rootOfLeaves(leaves.slice(0, size));
const sizes = fc
  .integer({ min: 2, max: leaves.length })
  .chain((size) => fc.record({ size: fc.constant(size), from: fc.integer({ min: 1, max: size - 1 }) }));

describe('a consistency proof', () => {
  it('is the published one for the known leaves', () => {
    const known = CT_LEAVES.map(leafHash);
    const proof = (from: number, size: number) =>
      consistencyProof(from, known.slice(0, size)).map((hash) => hash.toString('hex'));
    expect(proof(1, 1)).toEqual([]);
    expect(proof(1, 8)).toEqual([CT_NODES[0]?.[1], CT_NODES[1]?.[1], CT_NODES[2]?.[1]]);
    expect(proof(6, 8)).toEqual([CT_NODES[1]?.[2], CT_NODES[1]?.[3], CT_NODES[2]?.[0]]);
    expect(proof(2, 5)).toEqual([CT_NODES[1]?.[1], CT_NODES[0]?.[4]]);
    expect(proof(3, 7)).toEqual([
      ...[CT_NODES[0]?.[2], CT_NODES[0]?.[3], CT_NODES[1]?.[0]],
      consistencyProof(4, known.slice(0, 7))[0]?.toString('hex'),
    ]);
    for (let size = 1; size <= 8; size += 1) {
      for (let from = 1; from <= size; from += 1) {
        const [older, newer] = [CT_ROOTS[from] ?? '', CT_ROOTS[size] ?? ''].map((hex) => Buffer.from(hex, 'hex'));
        const hashes = proof(from, size).map((hex) => Buffer.from(hex ?? '', 'hex'));
        expect(verifyConsistency(from, size, older as Buffer, newer as Buffer, hashes)).toBe(true);
      }
    }
  });

  it('holds between any two trees, and is the same when made from a range and the leaves after it', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      for (let from = 1; from <= size; from += 1) {
        const proof = consistencyProof(from, leaves.slice(0, size));
        expect(verifyConsistency(from, size, root(from), root(size), proof)).toBe(true);
        const maker = startConsistency(appendLeaves(emptyRange, leaves.slice(0, from)), size);
        for (const leaf of leaves.slice(from, size)) maker.add(leaf);
        expect(maker.finish()).toEqual(proof);
      }
    }
  });

  it('does not hold for another tree, size or proof', () => {
    fc.assert(
      fc.property(sizes, fc.nat(255), ({ size, from }, at) => {
        const proof = consistencyProof(from, leaves.slice(0, size));
        const flipped = proof.map((hash, place) => (place === at % proof.length ? flip(hash, at) : hash));
        const holds = (...changed: Parameters<typeof verifyConsistency>) => verifyConsistency(...changed);
        expect(holds(from, size, flip(root(from), at), root(size), proof)).toBe(false);
        expect(holds(from, size, root(from), flip(root(size), at), proof)).toBe(false);
        expect(holds(from, size, root(from), root(size), flipped)).toBe(false);
        expect(holds(from, size, root(from), root(size), [...proof, root(1)])).toBe(false);
        expect(holds(from, size, root(from), root(size), proof.slice(1))).toBe(false);
        expect(holds(size, from, root(size), root(from), proof)).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });

  it('is not made backwards, from nothing, or from too few or too many leaves', () => {
    const range = appendLeaves(emptyRange, leaves.slice(0, 5));
    expect(() => consistencyProof(0, leaves)).toThrow(RangeError);
    expect(() => consistencyProof(71, leaves)).toThrow(RangeError);
    expect(() => startConsistency(range, 4)).toThrow(RangeError);
    const short = startConsistency(range, 7);
    short.add(leaves[5] as Buffer);
    expect(() => short.finish()).toThrow(RangeError);
    for (const leaf of leaves.slice(6, 8)) short.add(leaf);
    expect(() => short.finish()).toThrow(RangeError);
    expect(verifyConsistency(0, 5, rootOfLeaves([]), root(5), [])).toBe(true);
    expect(verifyConsistency(0, 5, root(1), root(5), [])).toBe(false);
  });
});

function flip(hash: Buffer, bit: number): Buffer {
  const changed = Buffer.from(hash);
  changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
  return changed;
}
