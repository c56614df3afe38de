import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AuditLogState } from '@clearance/contract';
import { counted } from '../../ui/format.ts';
import { Progress } from '../../ui/Progress.tsx';

interface CheckingProps {
  readonly state: AuditLogState;
  /** Ends the check, where it was begun here. */
  readonly onStop?: (() => void) | undefined;
}

/** That every entry is being read, how far that is, and how long it took the last time. */
export const Checking = ({ state: { checking, size, lastWholeVerification: last }, onStop }: CheckingProps) => (
  <Box role="status" sx={{ mt: 1.5 }}>
    <Progress label="Checking the log" done={checking?.done ?? 0} total={checking?.total ?? size} unit="entries" />
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
      <Box className="figures" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {last ? `The last check took ${lasting(last.tookMs)} for ${counted(last.size, 'entry', 'entries')}.` : ''}
      </Box>
      {onStop ? (
        <Button size="small" onClick={onStop}>
          Stop checking
        </Button>
      ) : null}
    </Box>
  </Box>
);

function lasting(ms: number): string {
  if (ms < 1000) return 'less than a second';
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute');
}
