import type { ConvictionFilter, ConvictionSet, Demand, Finding, FindingTaken, Sample } from '@clearance/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import type { RefusalError } from '../../providers/refusal.ts';

export interface SampleWork {
  /** Not there yet while it is drawn. */
  readonly sample: Sample | undefined;
  readonly refusal: RefusalError | undefined;
  /** Notes a finding; resolves with whether it was taken. */
  readonly find: (convictionId: string, finding: Finding, note?: string) => Promise<boolean>;
  /** Asks for more certainty: the sample grows. Resolves with whether it did. */
  readonly askMore: (demand: Demand) => Promise<boolean>;
  readonly busy: boolean;
}

/** Whether the server said no, rather than nothing. */
const refusedFor = (error: RefusalError | null): boolean => error !== null && error.status >= 400 && error.status < 500;

/** The others stay the very same objects, so that nothing of them is drawn anew. */
const withFinding = (before: Sample | undefined, { item, ...head }: FindingTaken): Sample | undefined =>
  before && { ...head, items: before.items.map((one) => (one.id === item.id ? item : one)) };

/** The sample of a set that an approver has to look at, drawn by the server, and what she finds in it. */
export function useSample(filter: ConvictionFilter, set: ConvictionSet | undefined, needed: boolean): SampleWork {
  const cache = useQueryClient();
  const queryKey = ['api', '/samples', set?.digest];
  const seen = { filter, expectedCount: set?.count, digest: set?.digest };
  const { data, error } = useQuery<Sample, RefusalError>({
    queryKey,
    queryFn: () => api.post<Sample>('/samples', seen),
    // Drawn once for what was seen: after an approval, or once the set moved, asking again could only be refused.
    enabled: ({ state }) =>
      needed &&
      set !== undefined &&
      set.count > 0 &&
      set.mine === 0 &&
      state.data === undefined &&
      !refusedFor(state.error),
    retry: false,
  });
  // What was refused of another set than is looked at now is over.
  const [refused, setRefused] = useState<{ readonly digest: string | undefined; readonly refusal: RefusalError }>();
  const refusal = refused?.digest === set?.digest ? refused?.refusal : undefined;
  const [busy, setBusy] = useState(false);
  const take = async <T>(answer: Promise<T>, merge: (answer: T) => Sample | undefined) => {
    setBusy(true);
    try {
      const next = await answer;
      // Before the answer shows: the next key may follow at once.
      setBusy(false);
      setRefused(undefined);
      cache.setQueryData(queryKey, merge(next));
      return true;
    } catch (thrown) {
      setBusy(false);
      setRefused({ digest: set?.digest, refusal: thrown as RefusalError });
      return false;
    }
  };
  return {
    sample: data,
    refusal: refusal ?? error ?? undefined,
    find: (convictionId, finding, note) =>
      take(api.post<FindingTaken>(`/samples/${data?.id}/findings`, { convictionId, finding, note }), (taken) =>
        withFinding(cache.getQueryData<Sample>(queryKey), taken),
      ),
    askMore: ({ confidence, tolerated }) =>
      take(api.post<Sample>('/samples', { ...seen, confidence, tolerated }), (grown) => grown),
    busy,
  };
}
