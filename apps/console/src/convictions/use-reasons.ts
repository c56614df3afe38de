import type { ConvictionGroup } from '@clearance/contract';
import { useMemo } from 'react';
import { useApi } from '../providers/use-api.ts';
import { filteredPath } from './address.ts';
import { without } from './filter.ts';
import type { Reasons } from './filter-words.ts';
import type { ConvictionFilter } from '@clearance/contract';

/** The sentence of each rule that decided something in the set: one rule may decide with several sentences. */
export function reasonsOf(groups: readonly ConvictionGroup[]): Reasons {
  const all = new Map<string, Set<string>>();
  for (const { ruleId, reason } of groups) {
    if (ruleId && reason) all.set(ruleId, (all.get(ruleId) ?? new Set()).add(reason));
  }
  return Object.fromEntries([...all].map(([ruleId, sentences]) => [ruleId, [...sentences].join(' · ')]));
}

/** Reasons by rule, read from the groups of the set as it would be without the filter on reasons. */
export function useReasons(filter: ConvictionFilter): Reasons {
  const groups = useApi<ConvictionGroup[]>(filteredPath('/convictions/groups', without(filter, 'ruleId')), {
    fresh: 60_000,
    keep: true,
  }).data;
  return useMemo(() => reasonsOf(groups ?? []), [groups]);
}
