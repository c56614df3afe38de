import type { Decision } from './lifecycle.ts';
import type { ConvictionRow } from './schemas/convictions.ts';

/** How a recommendation stands to what the policy determined. */
export const policyRelations = ['follows', 'against', 'undecided'] as const;
export type PolicyRelation = (typeof policyRelations)[number];

type Outcome = NonNullable<ConvictionRow['outcome']>;

/** The decisions that do what the policy determined; where it left that to a person, there is none. */
export const decisionsFollowing: Readonly<Record<Outcome, readonly Decision[]>> = {
  dismiss: ['dismiss'],
  reduce: ['reduce'],
  refer: ['refer'],
  not_eligible: ['exclude'],
  needs_review: [],
  out_of_scope: ['exclude'],
};

/**
 * Whether a recommendation follows the policy, goes against it, or was made where the policy could not decide. Whatever
 * does not follow is looked at in full before it is approved with others.
 */
export function policyRelation(decision: Decision, outcome: Outcome | null): PolicyRelation {
  if (outcome === null || outcome === 'needs_review') return 'undecided';
  return decisionsFollowing[outcome].includes(decision) ? 'follows' : 'against';
}
