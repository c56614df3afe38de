import type { ConvictionFilter, ConvictionSet, Finding, Sample } from '@clearance/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import type { RefusalError } from '../providers/refusal.ts';

/** The sample of a set that an approver has to look at, drawn by the server, and what she finds in it. */
export function useSample(filter: ConvictionFilter, set: ConvictionSet | undefined, needed: boolean) {
  const cache = useQueryClient();
  const queryKey = ['api', '/samples', set?.digest];
  const { data, error } = useQuery<Sample, RefusalError>({
    queryKey,
    queryFn: () => api.post<Sample>('/samples', { filter, expectedCount: set?.count, digest: set?.digest }),
    enabled: needed && set !== undefined && set.count > 0 && set.mine === 0,
    retry: false,
  });
  const [refusal, setRefusal] = useState<RefusalError>();
  const find = (convictionId: string, finding: Finding, note?: string) =>
    api.post<Sample>(`/samples/${data?.id}/findings`, { convictionId, finding, note }).then(
      (sample) => {
        setRefusal(undefined);
        cache.setQueryData(queryKey, sample);
      },
      (refused: RefusalError) => setRefusal(refused),
    );
  return { sample: data, refusal: refusal ?? error ?? undefined, find };
}
