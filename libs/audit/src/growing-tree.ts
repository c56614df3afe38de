import { emptyRoot, nodeText, type HashText } from './merkle.ts';
import type { Range } from './range.ts';

/** A tree that grows in place, leaf by leaf, from any range on. Holds one hash per set bit of its size. */
export class GrowingTree {
  private readonly peaks: HashText[];
  private leaves: number;

  constructor(from: Range) {
    this.peaks = from.hashes.map((hash) => hash.toString('binary'));
    this.leaves = from.size;
  }

  get size(): number {
    return this.leaves;
  }

  add(leaf: HashText): void {
    let node = leaf;
    // Each trailing 1 of the size is a subtree as large as the new one: the two become one. No bit operators here,
    // they would cut the size to 32 bits.
    for (let rest = this.leaves; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeText(this.peaks.pop() ?? '', node);
    this.peaks.push(node);
    this.leaves += 1;
  }

  /** The root of the whole tree: the subtrees folded from the right. */
  root(): Buffer {
    if (this.peaks.length === 0) return emptyRoot;
    return Buffer.from(
      this.peaks.reduceRight((right, left) => nodeText(left, right)),
      'binary',
    );
  }

  range(): Range {
    return { size: this.leaves, hashes: this.peaks.map((peak) => Buffer.from(peak, 'binary')) };
  }
}
