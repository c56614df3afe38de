import type { ConvictionRow, Decision } from '@clearance/contract';

/** The decision that follows what the policy says; undefined where a person has to judge. */
export function agreeing(outcome: ConvictionRow['outcome']): Decision | undefined {
  if (outcome === 'dismiss' || outcome === 'reduce' || outcome === 'refer') return outcome;
  return outcome === 'not_eligible' ? 'exclude' : undefined;
}
