import { Injectable } from '@nestjs/common';
import {
  appendLeaves,
  decodeRange,
  emptyRange,
  encodeRange,
  openCheckpoint,
  RangeProblem,
  rootOf,
  signCheckpoint,
  startConsistency,
  type Range,
} from '@clearance/audit';
import { now } from '../clock.ts';
import { one, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import { eachHash, leafHashes } from './leaf-hashes.ts';
import { readHead } from './log-head.ts';
import { LogDamaged } from './log-damaged.ts';
import type { LogKey, Signer } from './signing-keys.ts';

/** A checkpoint as it is kept. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly range: Range;
  readonly note: string;
  readonly signedAt: Date;
}

interface Stored {
  size: string;
  root: Buffer;
  range: Buffer;
  note: string;
  signed_at: Date;
}
const columns = `size, root, range, note, signed_at`;

/** The checkpoints of a county's log. A tree is signed only when it grew out of the one that was signed before it. */
@Injectable()
export class Checkpoints {
  /** Throws LogDamaged when the row itself cannot be. */
  async last(tx: Tx): Promise<KeptCheckpoint | undefined> {
    return kept(await one<Stored>(tx, `SELECT ${columns} FROM audit_checkpoint ORDER BY size DESC LIMIT 1`));
  }

  /** The newest one of at most `size` entries. */
  async upTo(tx: Tx, size: number): Promise<KeptCheckpoint | undefined> {
    const sql = `SELECT ${columns} FROM audit_checkpoint WHERE size <= $1 ORDER BY size DESC LIMIT 1`;
    return kept(await one<Stored>(tx, sql, [size]));
  }

  /**
   * Signs the log as it is now and keeps that; undefined when nothing was written since the last time.
   * @throws LogDamaged when what stands there did not grow out of the last checkpoint: nothing is signed then.
   */
  async sign(tx: Tx, countyId: string, signer: Signer): Promise<KeptCheckpoint | undefined> {
    const last = await this.last(tx);
    const range = await this.grown(tx, last);
    const { size } = range;
    if (size === (last?.size ?? 0)) return undefined;
    const root = rootOf(range);
    const { name } = signer.verifier(countyId);
    const note = signCheckpoint({ origin: name, size, root }, signer.privateKey);
    const signedAt = now();
    const mine = await one(
      tx,
      `INSERT INTO audit_checkpoint (county_id, size, root, range, note, signed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING size`,
      [countyId, size, root, encodeRange(range), note, signedAt],
    );
    // Another process was first; it signed the same tree, since both looked whether it grew out of the last one.
    return mine ? { size, root, range, note, signedAt } : undefined;
  }

  /** Looks whether the log's own last checkpoint is signed by it and fits its tree. Throws LogDamaged. */
  async fits(tx: Tx, countyId: string, keys: readonly LogKey[]): Promise<void> {
    const last = await this.last(tx);
    if (last && !isSigned(last, countyId, keys)) throw new LogDamaged(last.size, 'checkpoint_changed');
    await this.grown(tx, last);
  }

  /** The consistency proof between two trees. Throws `not_found` for sizes that the log never had. */
  async consistency(tx: Tx, from: number, to: number): Promise<Buffer[]> {
    const { size } = await readHead(tx);
    if (from > to || to > size) throw new Refused('not_found');
    if (from === 0) return [];
    const start = await this.rangeAt(tx, from);
    const maker = startConsistency(start, to);
    for await (const hashes of leafHashes(tx, from, to)) for (const hash of eachHash(hashes)) maker.add(hash);
    return maker.finish();
  }

  /** The range of the tree of the first `size` entries, from the newest checkpoint before it on. */
  async rangeAt(tx: Tx, size: number): Promise<Range> {
    const before = await this.upTo(tx, size);
    return grow(tx, before?.range ?? emptyRange, size);
  }

  /** The head's tree, if it is what the last checkpoint has become with the entries since. */
  private async grown(tx: Tx, last: KeptCheckpoint | undefined): Promise<Range> {
    const { size, range } = await readHead(tx);
    if (!range) throw new LogDamaged(size, 'head_damaged');
    if (last && size < last.size) throw new LogDamaged(size + 1, 'rolled_back');
    const made = await grow(tx, last?.range ?? emptyRange, size);
    if (made.size < size) throw new LogDamaged(made.size + 1, 'missing');
    if (!encodeRange(made).equals(encodeRange(range))) throw new LogDamaged(size, 'root_mismatch');
    return range;
  }
}

async function grow(tx: Tx, from: Range, size: number): Promise<Range> {
  let range = from;
  for await (const hashes of leafHashes(tx, from.size, size)) range = appendLeaves(range, eachHash(hashes));
  return range;
}

/** Whether one of these keys signed exactly this. */
export function isSigned(
  { note, size, root }: Pick<KeptCheckpoint, 'note' | 'size' | 'root'>,
  countyId: string,
  keys: readonly LogKey[],
): boolean {
  return keys.some((key) => {
    const opened = openCheckpoint(note, key.verifier(countyId));
    return opened.ok && opened.checkpoint.size === size && opened.checkpoint.root.equals(root);
  });
}

function kept(stored: Stored | undefined): KeptCheckpoint | undefined {
  if (!stored) return undefined;
  const size = Number(stored.size);
  const range = rangeOf(size, stored.range);
  if (!rootOf(range).equals(stored.root)) throw new LogDamaged(size, 'checkpoint_changed');
  return { size, root: stored.root, range, note: stored.note, signedAt: stored.signed_at };
}

function rangeOf(size: number, bytes: Buffer): Range {
  try {
    return decodeRange(size, bytes);
  } catch (error) {
    if (error instanceof RangeProblem) throw new LogDamaged(size, 'checkpoint_changed');
    throw error;
  }
}
