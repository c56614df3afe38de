import type { LogFault } from '@clearance/audit';

/**
 * What may be wrong with a stored log beside the faults of its entries:
 * - `head_damaged`: the head is no head of its size.
 * - `rolled_back`: the log is shorter than what was signed.
 * - `checkpoint_changed`: a kept checkpoint is not what was signed, or not of this tree.
 * - `verified_changed`: what an earlier check found good is not what the log holds.
 * - `copy_changed`: what is kept beside an entry to filter by is not what the entry says.
 */
export type StoredFault =
  LogFault | 'head_damaged' | 'rolled_back' | 'checkpoint_changed' | 'copy_changed' | 'verified_changed';

/** A log that does not fit itself, and where. */
export class LogDamaged extends Error {
  constructor(
    readonly seq: number,
    readonly why: StoredFault,
  ) {
    super(`The log is damaged: ${why} at ${seq}.`);
    this.name = 'LogDamaged';
  }
}
