import Box from '@mui/material/Box';
import { useState } from 'react';
import type { UnexplainedRowView } from '@clearance/contract';
import { useApi } from '../../providers/use-api.ts';
import { counted, number } from '../../ui/format.ts';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { UnexplainedRow } from './UnexplainedRow.tsx';

interface UnexplainedProps {
  readonly importId: string;
  /** Of the whole import; a part of these is named. */
  readonly count: number;
  /** Whether several files were delivered. */
  readonly several: boolean;
}

/**
 * The rows that name a covered offense and that no rule explains, each with what it says, until somebody said what it is.
 * They name people, so nothing is asked for before somebody opens the list.
 */
export const Unexplained = ({ importId, count, several }: UnexplainedProps) => {
  const [open, setOpen] = useState(false);
  const {
    data: rows,
    error,
    refetch,
  } = useApi<UnexplainedRowView[]>(open ? `/imports/${importId}/unexplained` : undefined, { fresh: 60_000 });
  const left = rows?.filter(({ explained }) => !explained).length ?? 0;
  const more = count - (rows?.length ?? count);
  return (
    <Box
      component="details"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      sx={{ mt: 1.5, '& summary': { cursor: 'pointer' } }}
    >
      <summary>{counted(count, 'row')} that no rule explains</summary>
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {open && !rows && !error ? <SkeletonRows rows={4} /> : null}
      {rows ? (
        <>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 1, maxWidth: '72ch' }}>
            {left > 0
              ? `${counted(left, 'row')} to look at. Each names a covered offense where no conviction stands for it, most often in a comment. If it tells of a conviction, ask the court or the state for its row.`
              : 'Somebody has said of each what it is.'}
          </Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
            {rows.map((row) => (
              <UnexplainedRow key={row.id} row={row} importId={importId} several={several} />
            ))}
          </Box>
          {more > 0 ? <Box sx={{ mt: 1 }}>And {number(more)} more.</Box> : null}
        </>
      ) : null}
    </Box>
  );
};
