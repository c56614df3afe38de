import type { PolicyRow } from '@clearance/contract';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';

/** The title of a version of the county's policy: people know it by that, not by its short name. */
export function usePolicyTitle(version: number | null): string | undefined {
  const query = new URLSearchParams({ range: '[0,99]', sort: '["version","DESC"]' });
  const allowed = useCan('read policy') && version !== null;
  const policies = useApi<PolicyRow[]>(allowed ? `/policies?${query.toString()}` : undefined, { fresh: 300_000 }).data;
  return policies?.find((policy) => policy.version === version)?.title;
}
