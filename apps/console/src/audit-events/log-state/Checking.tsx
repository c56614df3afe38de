import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { AuditLogState } from '@clearance/contract';
import { counted } from '../../ui/format.ts';

interface CheckingProps {
  /** Entries of the log. */
  readonly size: number;
  readonly last: AuditLogState['lastWholeVerification'];
}

/** That every entry is being read, and how long that took the last time. */
export const Checking = ({ size, last }: CheckingProps) => (
  <Box role="status" sx={{ mt: 1.5 }}>
    <LinearProgress aria-label="Checking the log" />
    <Box className="figures" sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
      Reading {counted(size, 'entry', 'entries')} again.
      {last ? ` The last check took ${lasting(last.tookMs)} for ${counted(last.size, 'entry', 'entries')}.` : ''}
    </Box>
  </Box>
);

function lasting(ms: number): string {
  if (ms < 1000) return 'less than a second';
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute');
}
