import { copiedOut, one, type Tx } from '@clearance/platform';
import { auditWhere } from './audit-events.ts';
import type { Wanted } from './bundle-writer.ts';
import { isRange } from './export-proof.ts';

const BATCH = 2_048;

/** Some entries: their stored bytes, each with a line feed behind it, their leaf hashes one after the other. */
export interface Batch {
  readonly lines: Buffer;
  readonly leaves: Buffer;
}

/** The sequences of the next entries that were wanted, in their order; none at the end. */
export async function sequencesAfter(tx: Tx, wanted: Wanted, after: number): Promise<readonly number[]> {
  const { filter, last } = wanted;
  if (isRange(wanted)) {
    return Array.from({ length: Math.min(BATCH, last - after) }, (_, place) => after + 1 + place);
  }
  const where = auditWhere(filter, 4);
  const found = await one<{ sequences: string[] | null }>(
    tx,
    `SELECT array_agg(t.seq ORDER BY t.seq) AS sequences
       FROM (SELECT e.seq FROM audit_entry e
              WHERE e.seq > $1 AND e.seq <= $2 AND ${where.sql} ORDER BY e.seq LIMIT $3) t`,
    [after, last, BATCH, ...where.given],
  );
  return (found?.sequences ?? []).map(Number);
}

/** The entries of some sequences, as one value: the protocol makes each row dear, and each is a line of the file already. */
export async function entriesOf(tx: Tx, sequences: readonly number[]): Promise<Batch> {
  const [first = 0, last = 0] = [sequences[0], sequences.at(-1)];
  const all = last - first + 1 === sequences.length;
  const which = all ? `BETWEEN ${first} AND ${last}` : `= ANY ('{${sequences.join(',')}}'::bigint[])`;
  const [lines, leaves] = await copiedOut(
    tx,
    `SELECT string_agg(t.bytes, '\\x0a'::bytea ORDER BY t.seq) || '\\x0a'::bytea, string_agg(t.leaf_hash, ''::bytea ORDER BY t.seq)
       FROM (SELECT e.seq, e.bytes, e.leaf_hash FROM audit_entry e WHERE e.seq ${which} ORDER BY e.seq) t`,
  );
  return { lines: lines ?? Buffer.alloc(0), leaves: leaves ?? Buffer.alloc(0) };
}
