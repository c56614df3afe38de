import { describe, expect, it } from 'vitest';
import { inclusionProof } from './inclusion.ts';
import { leafHash, rootOfLeaves } from './merkle.ts';
import { BLOCK, blockRoot, ProofTree } from './proof-tree.ts';

const leaves = Array.from({ length: 5 * BLOCK }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const blocksOf = (size: number) =>
  Array.from({ length: Math.ceil(size / BLOCK) }, (_, no) =>
    Buffer.concat(leaves.slice(no * BLOCK, Math.min((no + 1) * BLOCK, size))),
  );

describe('a tree of blocks', () => {
  it.each([1, 2, 3, 255, 256, 257, 511, 512, 513, 700, 1024, 1025, 1280])(
    'of %i leaves has the root and the inclusion proofs of the whole tree',
    (size) => {
      const all = leaves.slice(0, size);
      const tree = new ProofTree(size, Buffer.concat(blocksOf(size).map(blockRoot)));
      expect(tree.root()).toEqual(rootOfLeaves(all));
      blocksOf(size).forEach((block, no) => {
        tree.enter(no, block);
        for (const index of [0, 1, 77, 128, 254, 255].map((at) => no * BLOCK + at).filter((at) => at < size)) {
          expect(tree.path(index)).toEqual(inclusionProof(index, all));
        }
      });
    },
  );

  it('refuses blocks that are not of its size, and paths of another block', () => {
    expect(() => new ProofTree(257, Buffer.alloc(32))).toThrow(RangeError);
    const tree = new ProofTree(300, Buffer.alloc(64));
    expect(() => tree.enter(1, Buffer.alloc(32 * 43))).toThrow(RangeError);
    expect(() => tree.path(0)).toThrow(RangeError);
    tree.enter(1, Buffer.alloc(32 * 44));
    expect(() => tree.path(0)).toThrow(RangeError);
  });
});
