import type { ConvictionFilter, ConvictionSet } from '@clearance/contract';
import { useEffect, useState } from 'react';
import { filteredPath } from '../convictions/address.ts';
import { useApi } from '../providers/use-api.ts';

/** Single decisions of others are not pushed, so it is asked this often whether the set moved. */
const LOOKS_MS = 20_000;

/**
 * The set as it was when the person began to look at it. It does not change under their eyes; when it moved meanwhile,
 * `newer` says so, and `lookAgain` begins anew.
 */
export function useFrozenSet(filter: ConvictionFilter) {
  const query = useApi<ConvictionSet>(filteredPath('/convictions/set', filter), { every: LOOKS_MS });
  const [seen, setSeen] = useState<ConvictionSet>();
  const { data, error, isFetching, refetch } = query;
  useEffect(() => {
    // What is still in the cache from before may have been decided since.
    if (data && !seen && !isFetching) setSeen(data);
  }, [data, seen, isFetching]);
  return {
    set: seen,
    newer: data && seen && data.digest !== seen.digest ? data : undefined,
    error: seen ? null : error,
    lookAgain: async () => setSeen((await refetch()).data),
  };
}
