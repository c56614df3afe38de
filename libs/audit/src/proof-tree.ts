import { HASH_SIZE, nodeText } from './merkle.ts';

/** Leaves of one block: what is held at once while a path is made. */
export const BLOCK = 256;

/** Hashes one after the other, from the leaves (first) up to the root (last). */
type Levels = readonly Buffer[];

/**
 * Makes inclusion proofs for any leaves of a tree without holding its leaves: it keeps the root of every 256 of them
 * (an eighth of a byte per entry) and is given the leaf hashes of one block at a time.
 */
export class ProofTree {
  private readonly blocks: Levels;
  private current: { readonly no: number; readonly levels: Levels } | undefined;

  /** `blockRoots` are those of `blockRoot`, one after the other. */
  readonly size: number;

  constructor(size: number, blockRoots: Buffer) {
    this.size = size;
    if (blockRoots.length !== Math.ceil(size / BLOCK) * HASH_SIZE) throw new RangeError('Not the blocks of that size');
    this.blocks = levelsOf(blockRoots);
  }

  root(): Buffer {
    return this.blocks.at(-1) ?? Buffer.alloc(0);
  }

  /** The leaf hashes of block `no`, from 0, for the paths that are asked for next. */
  enter(no: number, leafHashes: Buffer): void {
    const expected = Math.min(BLOCK, this.size - no * BLOCK) * HASH_SIZE;
    if (leafHashes.length !== expected) throw new RangeError('Not the leaves of that block');
    this.current = { no, levels: levelsOf(leafHashes) };
  }

  /** The inclusion proof of leaf `index` (from 0), which is in the block that was entered. */
  path(index: number): Buffer[] {
    const no = Math.floor(index / BLOCK);
    if (this.current?.no !== no) throw new RangeError('Another block was entered');
    return [...siblings(this.current.levels, index % BLOCK), ...siblings(this.blocks, no)];
  }
}

/** The root of one block of leaf hashes. */
export function blockRoot(leafHashes: Buffer): Buffer {
  return levelsOf(leafHashes).at(-1) ?? Buffer.alloc(0);
}

/** Pairs from left to right, level by level; what has no partner goes up as it is, which is RFC 9162's tree. */
function levelsOf(hashes: Buffer): Levels {
  const levels = [hashes];
  for (let below = hashes; below.length > HASH_SIZE;) {
    const count = below.length / HASH_SIZE;
    const level = Buffer.alloc(Math.ceil(count / 2) * HASH_SIZE);
    for (let at = 0; at < count; at += 2) {
      const left = textAt(below, at);
      level.write(at + 1 < count ? nodeText(left, textAt(below, at + 1)) : left, (at / 2) * HASH_SIZE, 'binary');
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

function siblings(levels: Levels, index: number): Buffer[] {
  const found: Buffer[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const other = at % 2 === 0 ? at + 1 : at - 1;
    const start = other * HASH_SIZE;
    if (start < level.length) found.push(level.subarray(start, start + HASH_SIZE));
    at = Math.floor(at / 2);
  }
  return found;
}

const textAt = (hashes: Buffer, place: number): string =>
  hashes.toString('binary', place * HASH_SIZE, (place + 1) * HASH_SIZE);
