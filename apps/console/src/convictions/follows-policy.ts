import type { ConvictionRow, Decision } from '@clearance/contract';

type Outcome = NonNullable<ConvictionRow['outcome']>;

/** The decisions that say the same as the policy. */
const same: Readonly<Record<Outcome, readonly Decision[]>> = {
  dismiss: ['dismiss'],
  reduce: ['reduce'],
  refer: ['refer'],
  not_eligible: ['exclude'],
  needs_review: [],
  out_of_scope: ['exclude'],
};

/** Whether a decision does what the policy determined. Where the policy left it to a person, no decision differs from it. */
export const followsPolicy = (decision: Decision, outcome: Outcome): boolean =>
  outcome === 'needs_review' || same[outcome].includes(decision);
