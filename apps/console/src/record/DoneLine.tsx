import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { choiceWords } from './choices.ts';
import type { Deciding } from './use-deciding.ts';
import { personName } from './person-words.ts';

/** One quiet line with what was done last, and the way back where there is one. */
export const DoneLine = ({
  deciding,
  onWithdraw,
}: {
  readonly deciding: Deciding;
  readonly onWithdraw: (id: string) => void;
}) => {
  const { done } = deciding;
  const canTakeBack = done && !['withdraw', 'approve', 'return', 'undo'].includes(done.choice);
  return (
    <Box role="status" className="no-print" sx={{ minHeight: done ? 34 : 0 }}>
      {done ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, fontSize: '0.875rem' }}>
          <span>
            <strong>{choiceWords[done.choice].done}</strong>: {personName(done.row.name)}, case{' '}
            {done.row.caseNumber || 'without number'}.
          </span>
          <Link component={RouterLink} to={`/convictions/${done.row.id}/show`}>
            Show it
          </Link>
          {canTakeBack ? (
            <Button size="small" variant="text" onClick={() => onWithdraw(done.row.id)}>
              Withdraw
            </Button>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
};
