import type { AuditExportRow } from '@clearance/contract';
import { useEffect } from 'react';
import { useGetOne } from 'react-admin';
import { useJob } from '../../jobs/use-job.ts';

/** An export and its job; it is read again when the job ends, or now and then while no news of the job comes. */
export function useExport(id: string) {
  const work = useJob(id);
  const query = useGetOne<AuditExportRow>(
    'audit-exports',
    { id },
    {
      retry: false,
      refetchInterval: ({ state: { data } }) =>
        data?.state === 'running' && work?.state !== 'running' ? 4_000 : false,
    },
  );
  const { refetch } = query;
  const stands = work?.state;
  useEffect(() => {
    if (stands) void refetch();
  }, [stands, refetch]);
  return { ...query, work };
}
