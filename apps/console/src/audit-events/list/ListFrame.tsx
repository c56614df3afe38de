import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Pagination, useListContext } from 'react-admin';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';

interface ListFrameProps {
  /** Shown when there is nothing at all, with no filter set. */
  readonly empty: ReactNode;
  /** Over the table, at its right: columns, exports. */
  readonly tools?: ReactNode;
  /** Over the table, at its left; stays while the list loads. */
  readonly heading?: ReactNode;
  /** The table. */
  readonly children: ReactNode;
}

const pageSizes = [25, 50, 100];

/** Around a table of react-admin: skeleton, empty, nothing matches, problem, or the rows with their pages. */
export const ListFrame = ({ empty, tools, heading, children }: ListFrameProps) => {
  const list = useListContext();
  const { error, isPending, total, setFilters, refetch } = list;
  const filtered = Object.keys(list.filterValues as object).length > 0;
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!isPending && total === 0 && !filtered) return empty;
  return (
    <Paper variant="outlined" component="section" sx={{ overflow: 'hidden' }}>
      {heading || tools ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 1.25, py: 1 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>{heading}</Box>
          <Box className="no-print">{tools}</Box>
        </Box>
      ) : null}
      {isPending ? (
        <Box sx={{ px: 1.25 }}>
          <SkeletonRows />
        </Box>
      ) : total === 0 ? (
        <Box sx={{ px: 1.25, py: 3 }}>
          Nothing matches these filters.{' '}
          <Button variant="text" onClick={() => setFilters({}, [])}>
            Clear all filters
          </Button>
        </Box>
      ) : (
        <>
          {children}
          {(total ?? 0) > 25 ? <Pagination className="no-print" rowsPerPageOptions={pageSizes} /> : null}
        </>
      )}
    </Paper>
  );
};
