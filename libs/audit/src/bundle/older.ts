import type { Checkpoint } from '../checkpoint.ts';
import { emptyRoot } from '../merkle.ts';
import type { BundleFault } from './faults.ts';
import type { Continuation } from './proof-file.ts';

/**
 * Whether the log of `checkpoint` goes on from an older checkpoint that was kept elsewhere: it is the same, or the one
 * that the bundle's proof starts from, or one that its entries lead through (`rootThere`).
 */
export function olderFault(
  older: Checkpoint,
  checkpoint: Checkpoint,
  before: Continuation,
  rootThere: Buffer | undefined,
): BundleFault | undefined {
  if (older.size > checkpoint.size) return 'rolled_back';
  const roots = [
    ...(older.size === checkpoint.size ? [checkpoint.root] : []),
    ...(older.size === before.size ? [before.root] : []),
    ...(older.size === 0 ? [emptyRoot] : []),
    ...(rootThere ? [rootThere] : []),
  ];
  if (roots.length === 0) return 'older_not_covered';
  return roots.every((root) => root.equals(older.root)) ? undefined : 'forked';
}
