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
  size: string | null;
  range: Buffer | null;
  since: Date | null;
  seq: string | null;
  why: string | null;
}

/** The alarm of the county that nobody has ended, at most one: `since`, `seq`, `why`. */
export const OPEN_ALARM = `(SELECT raised_at AS since, seq, why FROM log_alarm WHERE ended_at IS NULL)`;

export const readHead = async (tx: Tx): Promise<LogHead> =>
  headOf(
    await one<Stored>(
      tx,
      `SELECT h.size, h.range, a.since, a.seq, a.why
         FROM (VALUES (1)) always LEFT JOIN audit_head h ON true LEFT JOIN ${OPEN_ALARM} a ON true`,
    ),
  );

/** The head, locked until the commit. */
export async function lockHead(tx: Tx, countyId: string): Promise<LogHead> {
  const stored = await one<Stored>(
    tx,
    `SELECT h.size, h.range, a.since, a.seq, a.why, ${HELD_BRIEFLY}
       FROM audit_head h LEFT JOIN ${OPEN_ALARM} a ON true WHERE h.county_id = $1 FOR UPDATE OF h`,
    [countyId],
  );
  // Where the head is gone, acts are held one after the other as well.
  if (!stored) await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`audit head ${countyId}`]);
  return headOf(stored);
}

/** Root (hex) of the head; empty when the head itself is damaged. */
export const rootText = ({ range }: LogHead): string => (range ? rootOf(range).toString('hex') : '');

function headOf(stored: Stored | undefined): LogHead {
  // A head that is gone is a damaged one: nothing can be added, and whoever looks is told.
  if (!stored) return { size: 0, range: undefined, damage: undefined };
  const { since, seq, why } = stored;
  const size = Number(stored.size);
  return {
    size,
    range: stored.range ? rangeOf(size, stored.range) : undefined,
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
