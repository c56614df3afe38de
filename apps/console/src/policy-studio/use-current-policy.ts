import type { PolicyRow } from '@clearance/contract';
import { useGetList } from 'react-admin';

/** The policy in force; undefined while it is asked for, and where there is none. */
export function useCurrentPolicy(): PolicyRow | undefined {
  const { data } = useGetList<PolicyRow>(
    'policies',
    {
      filter: { status: 'published' },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'version', order: 'DESC' },
    },
    { retry: false },
  );
  return data?.[0];
}
