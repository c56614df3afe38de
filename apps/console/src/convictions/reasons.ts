import type { ConvictionFacets, ConvictionGroup } from '@clearance/contract';
import type { Reasons } from './filter-words.ts';

/** The sentences of each rule that decided something in the set: one rule may leave different facts unknown. */
export function reasonsOf(groups: readonly ConvictionGroup[]): Reasons {
  const all = new Map<string, Set<string>>();
  for (const { ruleId, reason } of groups) {
    if (ruleId && reason) all.set(ruleId, (all.get(ruleId) ?? new Set()).add(reason));
  }
  return Object.fromEntries([...all].map(([ruleId, sentences]) => [ruleId, [...sentences].join(' · ')]));
}

/** How many convictions of the set have each reason, the most frequent first. */
export function reasonCounts(groups: readonly ConvictionGroup[]): NonNullable<ConvictionFacets[string]> {
  const counts = new Map<string, number>();
  for (const { reason, count } of groups) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
