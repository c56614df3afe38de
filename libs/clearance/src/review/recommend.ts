import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decisions, nextState, type Decision, type RecommendationBody, type State } from '@clearance/contract';
import { AuditLog, CountyKeys, Database, Refused, type Ctx, type Tx } from '@clearance/platform';
import { convictionView } from '../conviction/conviction-view.ts';
import { underPolicy } from '../conviction/in-force.ts';
import { advance, lockConviction } from '../conviction/standing.ts';
import { insertRecommendations } from './recommendation-store.ts';

type Found = NonNullable<Awaited<ReturnType<typeof lockConviction>>>;
type Chosen = RecommendationBody['decision'];

/** What a decision makes of a conviction, or the refusal. Pure. */
export function decideRecommendation(
  found: Pick<Found, 'state' | 'version' | 'outcome' | 'recommenderId' | 'returned'>,
  body: RecommendationBody,
  memberId: string,
): State {
  if (found.version !== body.version) throw new Refused('conflict');
  const verb = body.decision === 'ask_for_facts' || body.decision === 'withdraw' ? body.decision : 'recommend';
  const to = nextState(found.state, verb);
  if (!to) throw new Refused('wrong_state', { state: found.state.replaceAll('_', ' ') });
  if (verb === 'withdraw' && found.state === 'recommended' && found.recommenderId !== memberId)
    throw new Refused('forbidden');
  if (found.returned && verb === 'recommend' && !body.note)
    throw new Refused('answer_required', undefined, { note: 'needed' });
  if (needsNote(found.outcome, body.decision) && !body.note)
    throw new Refused('note_required', undefined, { note: 'needed' });
  return to;
}

/** A reason is needed where the office goes against the engine, and where somebody else has to act on it. */
export const needsNote = (outcome: string | null, chosen: Chosen): boolean =>
  chosen !== 'withdraw' &&
  (chosen === 'exclude' || chosen === 'challenge' || chosen === 'ask_for_facts' || chosen !== outcome);

const isDecision = (chosen: Chosen): chosen is Decision => (decisions as readonly string[]).includes(chosen);

/** A reviewer says what should happen to one conviction. */
@Injectable()
export class Recommend {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  /** Throws `conflict`, `wrong_state`, `answer_required`, `note_required`, `not_found`. */
  recommend(ctx: Ctx, id: string, body: RecommendationBody) {
    return this.database.inCounty(ctx, async (tx) => {
      const found = await lockConviction(tx, id);
      if (!found) throw new Refused('not_found');
      const to = decideRecommendation(found, body, ctx.actor.memberId);
      await this.append(tx, ctx, found, body, to);
      return convictionView(tx, this.keys, ctx, id);
    });
  }

  private async append(tx: Tx, ctx: Ctx, found: Found, body: RecommendationBody, to: State): Promise<void> {
    const recommendationId = randomUUID();
    await insertRecommendations(tx, ctx, { decision: body.decision, note: body.note ?? null, bulkReviewId: null }, [
      { id: recommendationId, conviction: found },
    ]);
    const by = ctx.actor.memberId;
    const moved = await advance(tx, isDecision(body.decision) ? 'recommend' : body.decision, ctx.now, [
      {
        id: found.id,
        version: body.version,
        to,
        recommendation: isDecision(body.decision) ? { id: recommendationId, decision: body.decision, by } : null,
      },
    ]);
    if (!moved.has(found.id)) throw new Refused('conflict');
    await this.auditLog.append(tx, ctx, [
      {
        action: isDecision(body.decision) ? 'recommendation.record' : `recommendation.${body.decision}`,
        target: { type: 'conviction', id: found.id },
        historyDigest: found.historyDigest,
        ...underPolicy(found),
        stateBefore: found.state,
        stateAfter: to,
        detail: { decision: body.decision },
      },
    ]);
  }
}
