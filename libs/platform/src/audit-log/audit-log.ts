import { Injectable } from '@nestjs/common';
import {
  appendLeaves,
  canonicalBytes,
  decodeRange,
  encodeRange,
  leafHash,
  RangeProblem,
  rootOf,
  startVerification,
  type AuditDetail,
  type AuditOutcome,
  type Range,
  type Verdict,
} from '@clearance/audit';
import type { Ctx } from '../context.ts';
import { Database, one, rows, type Tx } from '../db/in-county.ts';

/** An act as a use case tells it; sequence, time, actor and source come from the log and the context. */
export interface Act {
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome?: AuditOutcome;
  readonly policyVersion?: string | undefined;
  readonly historyDigest?: string | undefined;
  readonly stateBefore?: string | undefined;
  readonly stateAfter?: string | undefined;
  readonly bulkReviewId?: string | undefined;
  readonly chunk?: number | undefined;
  readonly detail?: AuditDetail | undefined;
}

const VERIFY_BATCH = 5_000;

/** The county's tamper-evident log. What is appended becomes part of the caller's transaction, or the act fails with it. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Writes a refused act in a transaction of its own: the one that was refused is rolled back. */
  async noteRefusal(ctx: Ctx, act: Omit<Act, 'outcome'>): Promise<void> {
    await this.database.inCounty(ctx, (tx) => this.append(tx, ctx, [{ ...act, outcome: 'refused' }]));
  }

  /**
   * Appends one entry per act. Call it last in the transaction: it locks the head of the county's log until the commit.
   */
  async append(tx: Tx, ctx: Ctx, acts: readonly Act[]): Promise<void> {
    if (acts.length === 0) return;
    const head = await one<{ size: string; range: Buffer }>(
      tx,
      `SELECT size, range FROM audit_head WHERE county_id = $1 FOR UPDATE`,
      [ctx.countyId],
    );
    if (!head) throw new Error('The county has no log.');
    const before = decodeRange(Number(head.size), head.range);
    const at = `${ctx.now.toISOString().slice(0, -1)}000Z`;
    const bytes = acts.map((act, index) => canonicalBytes(entryOf(ctx, act, before.size + index + 1, at)));
    const leaves = bytes.map((one) => leafHash(one));
    const after = appendLeaves(before, leaves);
    await tx.query(
      `INSERT INTO audit_entry (county_id, seq, at, actor_id, action, target_type, target_id, outcome, bulk_review_id, bytes, leaf_hash)
       SELECT $1, $2::bigint + n, $3, $4, action, target_type, target_id, outcome, bulk, bytes, leaf
         FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::bytea[], $11::bytea[])
              WITH ORDINALITY AS t (action, target_type, target_id, outcome, bulk, bytes, leaf, n)`,
      [
        ctx.countyId,
        before.size,
        at,
        actorId(ctx),
        acts.map((act) => act.action),
        acts.map((act) => act.target.type),
        acts.map((act) => act.target.id),
        acts.map((act) => act.outcome ?? 'success'),
        acts.map((act) => act.bulkReviewId ?? null),
        bytes,
        leaves,
      ],
    );
    await tx.query(`UPDATE audit_head SET size = $2, range = $3 WHERE county_id = $1`, [
      ctx.countyId,
      after.size,
      encodeRange(after),
    ]);
  }

  /** Size and root (hex) of the county's log; the root is empty when the head itself is damaged. */
  async head(tx: Tx): Promise<{ size: number; root: string }> {
    const { size, range } = await this.readHead(tx);
    return { size, root: range ? rootOf(range).toString('hex') : '' };
  }

  /** Reads every entry back and checks it against its hash, its neighbours and the head. Memory does not grow. */
  async verify(tx: Tx): Promise<Verdict> {
    const { size, range } = await this.readHead(tx);
    if (!range) return { ok: false, seq: size, why: 'root_mismatch' };
    const verification = startVerification({ size, root: rootOf(range) });
    for (let after = 0; ;) {
      const batch = await rows<{ seq: string; bytes: Buffer; leaf_hash: Buffer }>(
        tx,
        `SELECT seq, bytes, leaf_hash FROM audit_entry WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [after, VERIFY_BATCH],
      );
      const last = batch.at(-1);
      if (!last) break;
      const well = batch.every((row) =>
        verification.take({ seq: Number(row.seq), bytes: row.bytes, leafHash: row.leaf_hash }),
      );
      if (!well) break;
      after = Number(last.seq);
    }
    return verification.finish();
  }

  private async readHead(tx: Tx): Promise<{ size: number; range: Range | undefined }> {
    const head = await one<{ size: string; range: Buffer }>(tx, `SELECT size, range FROM audit_head`);
    if (!head) throw new Error('The county has no log.');
    const size = Number(head.size);
    try {
      return { size, range: decodeRange(size, head.range) };
    } catch (error) {
      if (error instanceof RangeProblem) return { size, range: undefined };
      throw error;
    }
  }
}

const actorId = ({ actor }: Ctx): string => (actor.kind === 'person' ? actor.memberId : actor.kind);

function entryOf(ctx: Ctx, act: Act, seq: number, at: string) {
  const { actor } = ctx;
  return {
    seq,
    at,
    actor:
      actor.kind !== 'person'
        ? { id: actor.kind }
        : { id: actor.memberId, roles: actor.roles, ...(actor.sessionId ? { session: actor.sessionId } : {}) },
    action: act.action,
    target: act.target,
    outcome: act.outcome ?? 'success',
    source: { ...(ctx.address ? { address: ctx.address } : {}), requestId: ctx.requestId },
    ...(act.policyVersion ? { policyVersion: act.policyVersion } : {}),
    ...(act.historyDigest ? { historyDigest: act.historyDigest } : {}),
    ...(act.stateBefore ? { stateBefore: act.stateBefore } : {}),
    ...(act.stateAfter ? { stateAfter: act.stateAfter } : {}),
    ...(act.bulkReviewId ? { bulkReviewId: act.bulkReviewId } : {}),
    ...(act.chunk === undefined ? {} : { chunk: act.chunk }),
    ...(act.detail ? { detail: act.detail } : {}),
  };
}
