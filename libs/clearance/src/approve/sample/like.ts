import type { ConvictionFilter } from '@clearance/contract';
import { one, type Tx } from '@clearance/platform';

/**
 * What goes back with a conviction that was found wrong, itself included: everything that waits for approval, recommended
 * by the same person for the same reason under the same section. Undefined where nobody recommended it.
 */
export async function likeOf(tx: Tx, convictionId: string): Promise<ConvictionFilter | undefined> {
  const like = await one<{ reason: string | null; rule: string | null; section: string; recommender: string | null }>(
    tx,
    `SELECT reason, rule_id AS rule, section, recommender_id AS recommender FROM conviction WHERE id = $1`,
    [convictionId],
  );
  if (!like?.recommender) return undefined;
  return {
    ...{ state: ['recommended'], section: [like.section], recommenderId: [like.recommender], mine: false },
    ...(like.reason ? { reason: [like.reason] } : {}),
    ...(like.rule ? { ruleId: [like.rule] } : {}),
  };
}
