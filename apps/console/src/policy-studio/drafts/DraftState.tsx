import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { DraftRow } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { counted } from '../../ui/format.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { errorsOf } from '../model/problems.ts';

/** Whether a draft could be published, and whether it was tried as it is. */
export const DraftState = ({ row }: { readonly row: DraftRow }) => {
  const problems = errorsOf(row.check.problems).length;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {row.publishedAs !== null ? (
        <StatusChip word={`Published as version ${row.publishedAs}`} tone="done" sign="check" />
      ) : row.check.ok ? (
        <StatusChip word="Could be published" tone="wait" sign="check" />
      ) : (
        <StatusChip word={`${counted(problems, 'problem')} to mend`} tone="act" sign="warning" />
      )}
      {row.simulation ? (
        <Link component={RouterLink} to={`/simulations/${row.simulation}/show`}>
          Simulated
        </Link>
      ) : null}
    </Box>
  );
};
