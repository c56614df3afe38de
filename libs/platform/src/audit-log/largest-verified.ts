import { decodeRange, RangeProblem, rootOf, type Range } from '@clearance/audit';
import { one, type Tx } from '../db/in-county.ts';
import { LogDamaged } from './log-damaged.ts';

/** A tree of the log that was once found good. */
export interface VerifiedTree {
  readonly size: number;
  readonly root: Buffer;
  readonly range: Range;
}

/**
 * The largest tree that a check ever found good; undefined before the first. Whatever the log is now has grown out of it, so
 * every check leads through it. Throws LogDamaged where the row itself cannot be.
 */
export async function largestVerified(tx: Tx): Promise<VerifiedTree | undefined> {
  const found = await one<{ size: string; root: Buffer; range: Buffer }>(
    tx,
    `SELECT size, root, range FROM audit_verification WHERE ok ORDER BY size DESC, at DESC LIMIT 1`,
  );
  if (!found) return undefined;
  const size = Number(found.size);
  try {
    const range = decodeRange(size, found.range);
    if (rootOf(range).equals(found.root)) return { size, root: found.root, range };
  } catch (error) {
    if (!(error instanceof RangeProblem)) throw error;
  }
  throw new LogDamaged(size, 'verified_changed');
}

/** The size of the largest checkpoint that was to be sent outside; 0 before the first. */
export const largestSent = async (tx: Tx): Promise<number> =>
  Number((await one<{ size: string | null }>(tx, `SELECT max(size) AS size FROM checkpoint_delivery`))?.size ?? 0);
