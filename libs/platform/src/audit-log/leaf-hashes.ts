import { HASH_SIZE } from '@clearance/audit';
import { one, type Tx } from '../db/in-county.ts';

const BATCH = 8_192;

/**
 * The stored leaf hashes of the entries after `after` up to `upTo`, one after the other, some thousand at a time. It ends
 * early at the first entry that is not there, or whose hash has another length.
 */
export async function* leafHashes(tx: Tx, after: number, upTo: number): AsyncGenerator<Buffer> {
  for (let at = after; at < upTo; at += BATCH) {
    const last = Math.min(at + BATCH, upTo);
    const hashes = await leafHashesOf(tx, at, last);
    if (hashes.length > 0) yield hashes;
    if (hashes.length !== (last - at) * HASH_SIZE) return;
  }
}

/** One value instead of thousands of rows: the text protocol makes each row dear. */
export async function leafHashesOf(tx: Tx, after: number, upTo: number): Promise<Buffer> {
  const found = await one<{ hashes: Buffer | null }>(
    tx,
    `SELECT string_agg(leaf_hash, ''::bytea ORDER BY seq) AS hashes FROM audit_entry WHERE seq > $1 AND seq <= $2`,
    [after, upTo],
  );
  return found?.hashes ?? Buffer.alloc(0);
}

/** The single hashes of what `leafHashes` gave. */
export function* eachHash(hashes: Buffer): Generator<Buffer> {
  for (let at = 0; at + HASH_SIZE <= hashes.length; at += HASH_SIZE) yield hashes.subarray(at, at + HASH_SIZE);
}
