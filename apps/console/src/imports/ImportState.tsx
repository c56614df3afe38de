import type { ImportRow } from '@clearance/contract';
import { useEffect } from 'react';
import { useListContext } from 'react-admin';
import { useWorkOn } from '../providers/events.ts';
import { percent } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { importStateWords, isGoing } from './import-words.ts';

/** How an import of the list stands, with how far it is while it goes on. */
export const ImportState = ({ row }: { readonly row: ImportRow }) => {
  const { refetch } = useListContext();
  const work = useWorkOn(row.id);
  const phase = work?.title;
  useEffect(() => {
    if (phase) void refetch();
  }, [phase, refetch]);
  const words = importStateWords[row.state];
  const far =
    work?.state === 'running' && isGoing(row.state) && work.total > 0 ? ` ${percent(work.done, work.total)}` : '';
  return <StatusChip {...words} word={`${words.word}${far}`} />;
};
