import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Stats } from '@clearance/contract';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { useRights } from '../record/use-rights.ts';
import { number } from '../ui/format.ts';

/** For an approver who came to the queue: what waits for her is elsewhere. Absent while nothing waits. */
export const ToApprovals = () => {
  const { approve } = useRights();
  const told = useCan('read stats') && approve;
  const waiting = useApi<Stats>(told ? '/stats' : undefined, { fresh: 30_000 }).data?.toApprove ?? 0;
  if (waiting === 0) return null;
  return (
    <Box
      className="no-print"
      sx={{ borderLeft: '3px solid', borderColor: 'primary.main', pl: 1.5, mb: 2, fontSize: '0.9375rem' }}
    >
      {number(waiting)} that others recommended {waiting === 1 ? 'waits' : 'wait'} for your signature, in{' '}
      <Link component={RouterLink} to="/approvals">
        Approvals
      </Link>
      .
    </Box>
  );
};
