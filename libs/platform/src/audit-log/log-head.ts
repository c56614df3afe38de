import { decodeRange, RangeProblem, rootOf, type Range } from '@clearance/audit';
import { HELD_BRIEFLY } from '../db/held-briefly.ts';
import { one, type Tx } from '../db/in-county.ts';

/** Where a log was found not to fit itself, and why. */
export interface Damage {
  readonly since: Date;
  readonly seq: number;
  readonly why: string;
}

/** The head of a county's log. Without `range` it is damaged itself, and no entry can be added. */
export interface LogHead {
  readonly size: number;
  readonly range: Range | undefined;
  readonly damage: Damage | undefined;
}

interface Stored {
  size: string;
  range: Buffer;
  since: Date | null;
  seq: string | null;
  why: string | null;
}
const columns = `size, range, damaged_at AS since, damaged_seq AS seq, damaged_why AS why`;

export const readHead = (tx: Tx): Promise<LogHead> => headOf(one<Stored>(tx, `SELECT ${columns} FROM audit_head`));

/** The head, locked until the commit. */
export const lockHead = (tx: Tx, countyId: string): Promise<LogHead> =>
  headOf(
    one<Stored>(tx, `SELECT ${columns}, ${HELD_BRIEFLY} FROM audit_head WHERE county_id = $1 FOR UPDATE`, [countyId]),
  );

/** Root (hex) of the head; empty when the head itself is damaged. */
export const rootText = ({ range }: LogHead): string => (range ? rootOf(range).toString('hex') : '');

async function headOf(asked: Promise<Stored | undefined>): Promise<LogHead> {
  const stored = await asked;
  // A head that is gone is a damaged one: nothing can be added, and whoever looks is told.
  if (!stored) return { size: 0, range: undefined, damage: undefined };
  const { since, seq, why } = stored;
  const size = Number(stored.size);
  return {
    size,
    range: rangeOf(size, stored.range),
    damage: since ? { since, seq: Number(seq), why: why ?? '' } : undefined,
  };
}

function rangeOf(size: number, bytes: Buffer): Range | undefined {
  try {
    return decodeRange(size, bytes);
  } catch (error) {
    if (error instanceof RangeProblem) return undefined;
    throw error;
  }
}
