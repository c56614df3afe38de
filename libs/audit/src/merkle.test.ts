import { describe, expect, it } from 'vitest';
import { CT_LEAVES, CT_NODES, CT_ROOTS } from '../testing/ct-vectors.ts';
import { emptyRoot, leafHash, nodeHash, rootOfLeaves } from './merkle.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the hashes of RFC 6962', () => {
  it('give the published root for nothing', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('give the published hashes for the eight known leaves', () => {
    expect(CT_LEAVES.map((leaf) => hex(leafHash(leaf)))).toEqual(CT_NODES[0]);
  });

  it('give the published hashes for the nodes above them', () => {
    for (const level of [1, 2, 3]) {
      const below = (CT_NODES[level - 1] ?? []).map((node) => Buffer.from(node, 'hex'));
      const above = CT_NODES[level] ?? [];
      expect(above.map((_, at) => hex(nodeHash(below[2 * at] as Buffer, below[2 * at + 1] as Buffer)))).toEqual(above);
    }
  });

  it('give the published leaf and node hash of a text', () => {
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(hex(nodeHash(Buffer.from('N123'), Buffer.from('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  it.each(CT_ROOTS.map((root, size) => ({ size, root })))(
    'give the published root for $size leaves',
    ({ size, root }) => {
      expect(hex(rootOfLeaves(CT_LEAVES.slice(0, size).map(leafHash)))).toBe(root);
    },
  );

  it('never give a leaf and a node the same hash', () => {
    const [left, right] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))];
    expect(leafHash(Buffer.concat([left, right]))).not.toEqual(nodeHash(left, right));
  });
});
