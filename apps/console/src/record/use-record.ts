import type { ConvictionView, PersonView } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import type { TraceView } from './trace-view.ts';

/** Everything that one record shows: the conviction, why it is determined so, and the person's whole history. */
export function useRecord(id: string) {
  const conviction = useApi<ConvictionView>(`/convictions/${id}`);
  const trace = useApi<TraceView>(`/convictions/${id}/trace`);
  const personId = conviction.data?.personId;
  const person = useApi<PersonView>(personId ? `/people/${personId}` : undefined);
  return { conviction, trace, person };
}
