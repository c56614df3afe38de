import { Injectable } from '@nestjs/common';
import {
  appendLeaves,
  canonicalBytes,
  encodeRange,
  leafHash,
  type AuditDetail,
  type AuditOutcome,
} from '@clearance/audit';
import { now } from '../clock.ts';
import type { Ctx } from '../context.ts';
import { Database, rows, type Tx } from '../db/in-county.ts';
import { CountyKeys, keyedDigest } from '../files/county-keys.ts';
import { Refused } from '../refused.ts';
import { isDecision } from './decisions.ts';
import { holdActs, type HeldActs } from './held-acts.ts';
import { lockHead, type LogHead } from './log-head.ts';
import { mustStillBeTheirs } from './still-theirs.ts';

/** An act as a use case tells it; sequence, time, actor and source come from the log and the context. */
export interface Act {
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome?: AuditOutcome;
  readonly policyVersion?: string | undefined;
  /** The plain digest of the history, as tables have it: the entry holds it under the county's key. */
  readonly historyDigest?: string | undefined;
  readonly stateBefore?: string | undefined;
  readonly stateAfter?: string | undefined;
  readonly bulkReviewId?: string | undefined;
  readonly chunk?: number | undefined;
  /** Plain digests of what somebody outside may hold, a file for one; they join the detail under the county's key. */
  readonly digests?: Readonly<Record<string, string>> | undefined;
  readonly detail?: AuditDetail | undefined;
}

/** The county's tamper-evident log. What is appended becomes part of the caller's transaction, or the act fails with it. */
@Injectable()
export class AuditLog {
  /** The acts that were told of each request. */
  private readonly toldOf = new WeakMap<Ctx, Set<string>>();

  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
  ) {}

  /** Whether an act was told of this very request before. */
  hasTold(ctx: Ctx, action: string): boolean {
    return this.toldOf.get(ctx)?.has(action) ?? false;
  }

  /** Writes a refused act in a transaction of its own: the one that was refused is rolled back. */
  async noteRefusal(ctx: Ctx, act: Omit<Act, 'outcome'>): Promise<void> {
    await this.database.inCounty(ctx, (tx) => this.append(tx, ctx, [{ ...act, outcome: 'refused' }]));
  }

  /**
   * Appends one entry per act. Call it last in the transaction: it locks the head of the county's log until the commit.
   * Throws `log_damaged` when the acts decide something and the log does not fit itself. Other acts are held beside a log
   * that can take no entry. Throws `not_signed_in` where the access of whoever acts has ended meanwhile.
   */
  async append(tx: Tx, ctx: Ctx, acts: readonly Act[]): Promise<void> {
    if (acts.length === 0) return;
    const head = await lockHead(tx, ctx.countyId);
    await mustStillBeTheirs(tx, ctx, acts);
    this.toldOf.set(ctx, new Set([...(this.toldOf.get(ctx) ?? []), ...acts.map(({ action }) => action)]));
    await this.add(tx, ctx, acts, head);
  }

  /**
   * Adds acts that were held while the log could take none. They were done before, each is entered with its time, and that
   * stays so where whoever did them has been suspended since.
   */
  async appendHeld(tx: Tx, { ctx, acts }: HeldActs): Promise<void> {
    await this.add(tx, ctx, acts, await lockHead(tx, ctx.countyId));
  }

  private async add(tx: Tx, ctx: Ctx, acts: readonly Act[], head: LogHead): Promise<void> {
    const told = inNoOrder(await this.underKey(tx, ctx, acts));
    const before = head.range;
    const last = before && (await lastTime(tx, before.size));
    const takesEntries = before && last !== undefined;
    if ((head.damage || !takesEntries) && told.some(isDecision)) throw new Refused('log_damaged');
    // People can still come in, look, verify and export: what they do is kept until the log can take it.
    if (!takesEntries) return holdActs(tx, ctx, told);
    const at = notBefore(last);
    const bytes = told.map((act, index) => canonicalBytes(entryOf(ctx, act, before.size + index + 1, at)));
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
        told.map((act) => act.action),
        told.map((act) => act.target.type),
        told.map((act) => act.target.id),
        told.map((act) => act.outcome ?? 'success'),
        told.map((act) => act.bulkReviewId ?? null),
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

  /** The acts with every plain digest under the key of the county. */
  private async underKey(tx: Tx, ctx: Ctx, acts: readonly Act[]): Promise<readonly Act[]> {
    if (!acts.some(({ digests, historyDigest }) => digests || historyDigest)) return acts;
    const key = await this.keys.of(tx, ctx.countyId);
    return acts.map(({ detail, digests = {}, historyDigest, ...act }) => {
      const keyed = Object.entries(digests).map(
        ([name, digest]) => [name, digest && keyedDigest(key, digest)] as const,
      );
      const told = { ...detail, ...Object.fromEntries(keyed) };
      return {
        ...act,
        ...(historyDigest ? { historyDigest: keyedDigest(key, historyDigest) } : {}),
        ...(Object.keys(told).length > 0 ? { detail: told } : {}),
      };
    });
  }
}

/**
 * Acts on convictions that stand together, in the order of the opaque ids; those on one conviction keep theirs. In the order
 * of the file whoever holds it could tell whose each is.
 */
function inNoOrder(acts: readonly Act[]): readonly Act[] {
  const ordered: Act[] = [];
  for (let from = 0; from < acts.length;) {
    const isOn = ({ target }: Act) => target.type === 'conviction';
    const next = acts.findIndex((act, at) => at > from && isOn(act) !== isOn(acts[from] as Act));
    const together = acts.slice(from, next < 0 ? acts.length : next);
    ordered.push(
      ...(isOn(acts[from] as Act) ? together.toSorted((a, b) => byText(a.target.id, b.target.id)) : together),
    );
    from += together.length;
  }
  return ordered;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The time of the last entry; 0 before the first. Undefined where the entries do not end with the head: the last one is gone,
 * or another stands behind it.
 */
async function lastTime(tx: Tx, size: number): Promise<number | undefined> {
  const found = await rows<{ seq: string; at: Date }>(
    tx,
    `SELECT seq, at FROM audit_entry WHERE seq >= $1 ORDER BY seq LIMIT 2`,
    [Math.max(1, size)],
  );
  const [last] = found;
  if (size === 0) return last ? undefined : 0;
  return found.length === 1 && Number(last?.seq) === size ? last?.at.getTime() : undefined;
}

/** Now, in microseconds; the time of the last entry where the clock was set back since. Call it with the head locked. */
const notBefore = (last: number): string =>
  `${new Date(Math.max(now().getTime(), last)).toISOString().slice(0, -1)}000Z`;

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
