import type { ConvictionView, PersonView } from '@clearance/contract';
import { useMemo } from 'react';
import { useApi } from '../providers/use-api.ts';
import { onPresentLines } from './present-lines.ts';
import type { TraceView } from './trace-view.ts';

/** Everything that one record shows: the conviction, why it is determined so, and the person's whole history. */
export function useRecord(id: string) {
  const conviction = useApi<ConvictionView>(`/convictions/${id}`);
  const stored = useApi<TraceView>(`/convictions/${id}/trace`);
  const view = useMemo(() => (stored.data ? onPresentLines(stored.data) : undefined), [stored.data]);
  const trace = { data: view, error: stored.error, isPending: stored.isPending, refetch: stored.refetch };
  const personId = conviction.data?.personId;
  const person = useApi<PersonView>(personId ? `/people/${personId}` : undefined);
  return { conviction, trace, person };
}
