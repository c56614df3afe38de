import { useGetList } from 'react-admin';
import type { ConvictionRow } from '@clearance/contract';
import type { RefusalError } from '../providers/refusal.ts';
import type { QueueAddress } from './address.ts';

/** One page of the convictions that an address describes, with how many there are in all. */
export function useConvictionRows({ filter, sort, page, perPage }: QueueAddress) {
  const { data, total, error, isPending, isFetching, isPlaceholderData, refetch } = useGetList<
    ConvictionRow,
    RefusalError
  >('convictions', { filter, sort, pagination: { page, perPage } }, { placeholderData: (last) => last });
  return { rows: data ?? [], total: total ?? 0, error, isPending, isFetching, stale: isPlaceholderData, refetch };
}
