import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayApprove, nextState, policyRelation, type ApprovalBody, type State } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, one, Refused, settingsOf, type Ctx } from '@clearance/platform';
import { convictionView } from '../conviction/conviction-view.ts';
import { mustBeInForce, underPolicy } from '../conviction/in-force.ts';
import { advance, lockConviction } from '../conviction/standing.ts';
import { insertApprovals } from './approval-store.ts';
import { mustHaveSeen } from './must-have-seen.ts';
import { releaseTime } from './release-time.ts';

type Found = NonNullable<Awaited<ReturnType<typeof lockConviction>>>;

/** Refusals that go on the log: somebody tried what takes two people, or a look. */
const noted = ['own_recommendation', 'record_not_seen'];

/** What an approver's verdict makes of a conviction, or the refusal. Pure. */
export function decideApproval(
  found: Pick<Found, 'state' | 'version' | 'outcome' | 'decision' | 'recommenderIds' | 'historyDigest'>,
  decidedDigest: string | null,
  body: ApprovalBody,
  approverId: string,
): State {
  if (found.version !== body.version) throw new Refused('conflict');
  const to = nextState(found.state, body.verdict, found.decision ?? undefined);
  if (!to) throw new Refused('wrong_state', { state: found.state.replaceAll('_', ' ') });
  if (found.recommenderIds.includes(approverId)) throw new Refused('own_recommendation');
  if (body.verdict === 'approve' && decidedDigest !== found.historyDigest) throw new Refused('history_changed');
  if (!body.note && (body.verdict === 'return' || !followsPolicy(found)))
    throw new Refused('note_required', undefined, { note: 'needed' });
  return to;
}

/** Whether the policy itself led to what was recommended. Where it did not, one approval asks for as much as one of many. */
const followsPolicy = ({ decision, outcome }: Pick<Found, 'decision' | 'outcome'>): boolean =>
  decision !== null && policyRelation(decision, outcome as Parameters<typeof policyRelation>[1]) === 'follows';

/** A second person approves or returns what somebody else recommended. */
@Injectable()
export class Approve {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * What does not follow the policy is approved with a reason, by somebody to whom the record was shown. Throws
   * `own_recommendation`, `conflict`, `wrong_state`, `history_changed`, `evaluation_unfinished`, `note_required`,
   * `record_not_seen`, `not_found`.
   */
  async approve(ctx: Ctx, id: string, body: ApprovalBody) {
    try {
      return await this.database.inCounty(ctx, async (tx) => {
        const found = await lockConviction(tx, id);
        if (!found) throw new Refused('not_found');
        if (!mayApprove(ctx.actor, found.recommenderIds)) throw new Refused('own_recommendation');
        const recommended = await one<{ history_digest: string }>(
          tx,
          `SELECT history_digest FROM recommendation WHERE id = $1`,
          [found.recommendationId],
        );
        const to = decideApproval(found, recommended?.history_digest ?? null, body, ctx.actor.memberId);
        if (body.verdict === 'approve') await mustBeInForce(tx, id);
        if (body.verdict === 'approve' && !followsPolicy(found)) await mustHaveSeen(tx, ctx, id, 'record_not_seen');
        await insertApprovals(tx, ctx, { verdict: body.verdict, note: body.note ?? null, bulkReviewId: null }, [
          { id: randomUUID(), conviction: found },
        ]);
        const releasesAt = body.verdict === 'approve' ? releaseTime(ctx.now, (await settingsOf(tx)).undoHours) : null;
        const moved = await advance(tx, body.verdict, ctx.now, [{ id, version: body.version, to }], { releasesAt });
        if (!moved.has(id)) throw new Refused('conflict');
        await this.auditLog.append(tx, ctx, [
          {
            action: `approval.${body.verdict}`,
            target: { type: 'conviction', id },
            historyDigest: found.historyDigest,
            ...underPolicy(found),
            stateBefore: found.state,
            stateAfter: to,
            detail: { decision: found.decision ?? '' },
          },
        ]);
        return convictionView(tx, this.keys, ctx, id);
      });
    } catch (error) {
      if (error instanceof Refused && noted.includes(error.code)) {
        const detail = { why: error.code };
        await this.auditLog.noteRefusal(ctx, {
          action: `approval.${body.verdict}`,
          target: { type: 'conviction', id },
          detail,
        });
      }
      throw error;
    }
  }
}
