import type { ConvictionFilter, ConvictionGroup } from '@clearance/contract';
import { useMemo } from 'react';
import { useApi } from '../providers/use-api.ts';
import { filteredPath } from './address.ts';
import { without } from './filter.ts';
import type { Reasons } from './filter-words.ts';
import { reasonsOf } from './reasons.ts';

/** The groups of the set as it would be without a filter on the reason. */
export function useGroupsOfAnyReason(filter: ConvictionFilter, enabled = true): readonly ConvictionGroup[] | undefined {
  const path = filteredPath('/convictions/groups', without(without(filter, 'reason'), 'ruleId'));
  return useApi<ConvictionGroup[]>(enabled ? path : undefined, { keep: true }).data;
}

/** Reasons by rule, for a filter that names only rules. */
export function useReasons(filter: ConvictionFilter): Reasons {
  const groups = useGroupsOfAnyReason(filter, filter.ruleId !== undefined && filter.reason === undefined);
  return useMemo(() => reasonsOf(groups ?? []), [groups]);
}
