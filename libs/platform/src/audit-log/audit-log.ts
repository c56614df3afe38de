import { Injectable } from '@nestjs/common';
import {
  appendLeaves,
  canonicalBytes,
  encodeRange,
  leafHash,
  type AuditDetail,
  type AuditOutcome,
} from '@clearance/audit';
import type { Ctx } from '../context.ts';
import { Database, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import { isDecision } from './decisions.ts';
import { lockHead } from './log-head.ts';

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
   * Throws `log_damaged` when the acts decide something and the log does not fit itself, or takes no entry any more.
   */
  async append(tx: Tx, ctx: Ctx, acts: readonly Act[]): Promise<void> {
    if (acts.length === 0) return;
    const head = await lockHead(tx, ctx.countyId);
    const before = head.range;
    if (!before || (head.damage && acts.some(isDecision))) throw new Refused('log_damaged');
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
