import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import type { Tx } from './in-county.ts';

/** What comes before the first row in PostgreSQL's binary copy format: signature, flags, length of the extension. */
const HEADER = 19;

/**
 * The values (bytea) of a statement that gives one row: as they are stored, where the usual protocol makes text of them
 * and bytes again. `sql` takes no parameters, so nothing may stand in it but what the program itself wrote, and numbers.
 */
export async function copiedOut(tx: Tx, sql: string): Promise<(Buffer | undefined)[]> {
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(to(`COPY (${sql}) TO STDOUT WITH (FORMAT binary)`))) {
    chunks.push(chunk as Buffer);
  }
  return valuesIn(Buffer.concat(chunks));
}

function valuesIn(copied: Buffer): (Buffer | undefined)[] {
  const count = copied.readInt16BE(HEADER);
  const values: (Buffer | undefined)[] = [];
  let at = HEADER + 2;
  for (let place = 0; place < count; place += 1) {
    const length = copied.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? undefined : copied.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return values;
}
