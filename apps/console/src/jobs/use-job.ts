import type { Work } from '@clearance/contract';
import { useWork } from '../providers/events.ts';
import { useApi } from '../providers/use-api.ts';

/**
 * A job by its id: as the feed tells it, or as it is read where the feed does not speak of it (one that stopped days ago,
 * or that was taken out of the list). Undefined while it is not known, and where there is none.
 */
export function useJob(id: string | undefined): Work | undefined {
  const live = useWork().find((work) => work.id === id);
  const { data } = useApi<Work>(live || !id ? undefined : `/work/${id}`, { fresh: 10_000 });
  return live ?? data;
}
