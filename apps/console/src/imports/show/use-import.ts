import type { ImportRow, Work } from '@clearance/contract';
import { useEffect } from 'react';
import { useGetOne } from 'react-admin';
import { useWork } from '../../providers/events.ts';
import { isGoing } from '../import-words.ts';

/** The job that moves an import now: its own, or in the last phase the evaluation that it started. */
export function jobOf(row: ImportRow | undefined, jobs: readonly Work[]): Work | undefined {
  if (!row) return undefined;
  const own = jobs.find(({ id, kind, subjectId }) => id === row.workId || (kind === 'import' && subjectId === row.id));
  if (row.state !== 'evaluating' || own?.state === 'running') return own;
  return jobs.find(({ kind, state }) => kind === 'evaluation' && state === 'running') ?? own;
}

const tenth = ({ done, total }: Work) => (total > 0 ? Math.floor((10 * done) / total) : 0);

/**
 * An import and its job. It is read again when its job enters another phase or another tenth of it; while no news of the job comes, now and
 * then by itself, as long as it goes on.
 */
export function useImport(id: string) {
  const jobs = useWork();
  const query = useGetOne<ImportRow>(
    'imports',
    { id },
    {
      retry: false,
      refetchInterval: ({ state: { data } }) =>
        data && isGoing(data.state) && jobOf(data, jobs)?.state !== 'running' ? 4_000 : false,
    },
  );
  const work = jobOf(query.data, jobs);
  const phase = work && `${work.state} ${work.title} ${tenth(work)}`;
  const { refetch } = query;
  useEffect(() => {
    if (phase) void refetch();
  }, [phase, refetch]);
  return { ...query, work };
}
