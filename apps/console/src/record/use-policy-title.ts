import type { PolicyRow } from '@clearance/contract';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';

/** A version of the county's policy, for those who may read it. */
export function usePolicyVersion(version: number | null): PolicyRow | undefined {
  const query = new URLSearchParams({ range: '[0,99]', sort: '["version","DESC"]' });
  const allowed = useCan('read policy') && version !== null;
  const policies = useApi<PolicyRow[]>(allowed ? `/policies?${query.toString()}` : undefined, { fresh: 300_000 }).data;
  return policies?.find((policy) => policy.version === version);
}

/** The title of a version of the county's policy: people know it by that, not by its short name. */
export const usePolicyTitle = (version: number | null): string | undefined => usePolicyVersion(version)?.title;
