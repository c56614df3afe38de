import { Injectable } from '@nestjs/common';
import {
  emptyRange,
  encodeRange,
  rootOf,
  startVerification,
  type AuditEntry,
  type Range,
  type Verdict,
  type Verification,
} from '@clearance/audit';
import { rows, type Tx } from '../db/in-county.ts';
import type { Reading } from './check-progress.ts';
import { Checkpoints, isSigned } from './checkpoints.ts';
import { largestSent, largestVerified, type VerifiedTree } from './largest-verified.ts';
import { LogDamaged, type StoredFault } from './log-damaged.ts';
import { readHead } from './log-head.ts';
import type { LogKey } from './signing-keys.ts';

const BATCH = 5_000;
const SEPARATOR = '\u001f';

/** What stands beside the bytes to filter by, as one text: it must say what the bytes say. */
const copies = `concat_ws(E'\\x1f', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id, action,
  target_type, target_id, outcome, coalesce(bulk_review_id::text, ''))`;

interface Row {
  seq: string;
  bytes: Buffer;
  leaf_hash: Buffer;
  copies: string;
}

export type LogVerdict =
  | (Extract<Verdict, { ok: true }> & { readonly range: Range })
  | { readonly ok: false; readonly seq: number; readonly why: StoredFault };

/** Reads a county's log back and checks it against itself. Memory does not grow with the log. */
@Injectable()
export class LogVerifier {
  constructor(private readonly checkpoints: Checkpoints) {}

  /**
   * Checks every entry, or those behind the largest tree that was found good before, against its hash, its copies, its
   * neighbours, every checkpoint on the way, that tree and the head. Call it in a snapshot: the log grows while it is read. Throws the reason of
   * `reading.stop` when that comes first.
   */
  async verify(
    tx: Tx,
    countyId: string,
    keys: readonly LogKey[],
    kind: 'whole' | 'new' = 'whole',
    reading: Reading = { done: 0 },
  ): Promise<LogVerdict> {
    try {
      await this.checkpoints.fits(tx, countyId, keys);
      const known = await largestVerified(tx);
      const { size } = await readHead(tx);
      if (Math.max(known?.size ?? 0, await largestSent(tx)) > size) throw new LogDamaged(size + 1, 'rolled_back');
      const from = (kind === 'new' && known?.range) || emptyRange;
      return await this.readAll(tx, from, reading, { countyId, keys, known });
    } catch (error) {
      if (!(error instanceof LogDamaged)) throw error;
      // What is wrong with the whole may have a first bad entry, and then that is what is told.
      const entries = await this.readAll(tx, emptyRange, reading);
      return entries.ok ? { ok: false, seq: error.seq, why: error.why } : entries;
    }
  }

  private async readAll(tx: Tx, from: Range, reading: Reading, signed?: Signed): Promise<LogVerdict> {
    const head = await readHead(tx);
    if (!head.range) return { ok: false, seq: head.size, why: 'head_damaged' };
    const verification = startVerification({ size: head.size, root: rootOf(head.range) }, from);
    const marks = signed && new Marks(tx, from.size, signed);
    for (let after = from.size; ;) {
      reading.stop?.throwIfAborted();
      reading.done = after;
      const batch = await rows<Row>(
        tx,
        `SELECT seq, bytes, leaf_hash, ${copies} AS copies FROM audit_entry WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [after, BATCH],
      );
      const last = batch.at(-1);
      if (!last) break;
      for (const row of batch) {
        const seq = Number(row.seq);
        if (!verification.take({ seq, bytes: row.bytes, leafHash: row.leaf_hash })) break;
        if (copiesOf(row.bytes) !== row.copies) return { ok: false, seq, why: 'copy_changed' };
        if (marks && !(await marks.fit(verification.tree))) return { ok: false, seq, why: 'checkpoint_changed' };
        if (seq === signed?.known?.size && !verification.tree.root().equals(signed.known.root))
          return { ok: false, seq, why: 'verified_changed' };
      }
      if (verification.tree.size < Number(last.seq)) break;
      after = Number(last.seq);
    }
    const verdict = verification.finish();
    return verdict.ok ? { ...verdict, range: head.range } : verdict;
  }
}

/** By whom, and under whose name, checkpoints must be signed. */
interface Signed {
  readonly countyId: string;
  readonly keys: readonly LogKey[];
  /** What was found good before. */
  readonly known: VerifiedTree | undefined;
}

interface Mark {
  readonly size: number;
  readonly root: Buffer;
  readonly range: Buffer;
  readonly note: string;
}

/** Every kept checkpoint must be signed, and have the root that the tree has when it is that large. */
class Marks {
  private waiting: Mark[] = [];
  private done = false;

  constructor(
    private readonly tx: Tx,
    private after: number,
    private readonly signed: Signed,
  ) {}

  /** Answers without waiting for all entries but one in some thousand. */
  fit(tree: Verification['tree']): boolean | Promise<boolean> {
    const next = this.waiting[0];
    if (next) return next.size !== tree.size || this.fits(next, tree);
    return this.done ? true : this.load().then(() => this.fit(tree));
  }

  private fits(mark: Mark, tree: Verification['tree']): boolean {
    this.waiting.shift();
    const fits = mark.root.equals(tree.root()) && mark.range.equals(encodeRange(tree.range()));
    return fits && isSigned(mark, this.signed.countyId, this.signed.keys);
  }

  private async load(): Promise<void> {
    const found = await rows<Omit<Mark, 'size'> & { size: string }>(
      this.tx,
      `SELECT size, root, range, note FROM audit_checkpoint WHERE size > $1 ORDER BY size LIMIT $2`,
      [this.after, BATCH],
    );
    this.waiting = found.map((mark) => ({ ...mark, size: Number(mark.size) }));
    this.after = this.waiting.at(-1)?.size ?? this.after;
    this.done = this.waiting.length === 0;
  }
}

function copiesOf(bytes: Buffer): string {
  const entry = JSON.parse(bytes.toString('utf8')) as AuditEntry;
  const { at, actor, action, target, outcome, bulkReviewId = '' } = entry;
  return [at, actor.id, action, target.type, target.id, outcome, bulkReviewId].join(SEPARATOR);
}
