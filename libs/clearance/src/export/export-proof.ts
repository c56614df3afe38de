import {
  BLOCK,
  blockRoot,
  emptyRoot,
  entryProofLine,
  HASH_SIZE,
  proofHeaderLine,
  ProofTree,
  rootOf,
  type Continuation,
} from '@clearance/audit';
import { Checkpoints, leafHashes, leafHashesOf, type KeptCheckpoint, type Tx } from '@clearance/platform';

/** Which entries a bundle holds, and between which sizes of the log it proves something. */
export interface Proving {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Size of the older tree that the proof starts from; 0 for the empty one. */
  readonly before: number;
  readonly after: KeptCheckpoint;
}

/** Whether these are all entries from the first to the last. */
export const isRange = ({ first, last, count }: Pick<Proving, 'first' | 'last' | 'count'>): boolean =>
  last - first + 1 === count;

/** How the tree of `after` goes on from the older one. */
export async function continuation(
  tx: Tx,
  checkpoints: Checkpoints,
  { before, after }: Proving,
): Promise<Continuation> {
  if (before === 0) return { size: 0, root: emptyRoot, consistency: [] };
  const range = await checkpoints.rangeAt(tx, before);
  return { size: before, root: rootOf(range), consistency: await checkpoints.consistency(tx, before, after.size) };
}

/** The first line of the file `proof`. */
export async function proofHeader(
  tx: Tx,
  checkpoints: Checkpoints,
  proving: Proving,
  before: Continuation,
): Promise<string> {
  const { first, last, after } = proving;
  const { size } = after;
  if (!isRange(proving)) return proofHeaderLine({ kind: 'entries', size, before });
  const left = (await checkpoints.rangeAt(tx, first - 1)).hashes;
  const right = await checkpoints.consistency(tx, last, size);
  return proofHeaderLine({ kind: 'range', size, before, first, last, left, right });
}

/**
 * The inclusion proofs of chosen entries, in the order of the log. Holds an eighth of a byte per entry of the log, and
 * the leaves of one block.
 */
export class EntryProofs {
  private block = -1;

  private constructor(private readonly tree: ProofTree) {}

  /** Reads the leaf hashes of the whole log once. Throws when they are not what the checkpoint vouches for. */
  static async open(tx: Tx, { size, root }: KeptCheckpoint): Promise<EntryProofs> {
    const roots: Buffer[] = [];
    for await (const hashes of leafHashes(tx, 0, size)) {
      for (let at = 0; at < hashes.length; at += BLOCK * HASH_SIZE) {
        roots.push(blockRoot(hashes.subarray(at, at + BLOCK * HASH_SIZE)));
      }
    }
    const tree = new ProofTree(size, Buffer.concat(roots));
    if (!tree.root().equals(root)) throw new Error('The stored leaves are not those of the checkpoint.');
    return new EntryProofs(tree);
  }

  async line(tx: Tx, seq: number): Promise<string> {
    const block = Math.floor((seq - 1) / BLOCK);
    if (block !== this.block) {
      const upTo = Math.min((block + 1) * BLOCK, this.tree.size);
      this.tree.enter(block, await leafHashesOf(tx, block * BLOCK, upTo));
      this.block = block;
    }
    return entryProofLine({ seq, path: this.tree.path(seq - 1) });
  }
}
