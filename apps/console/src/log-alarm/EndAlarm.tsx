import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { LogAlarm } from '@clearance/contract';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { Problem } from '../ui/Problem.tsx';

/** Ends the alarm on what somebody else found. The whole log is checked once more first. */
export const EndAlarm = ({ found }: { readonly found: NonNullable<LogAlarm['found']> }) => {
  const { act, busy, refusal } = useAct(() => api.post('/audit-log/alarm/end', { foundAt: found.at }));
  return (
    <>
      {refusal ? <Problem error={refusal} /> : null}
      <Button variant="contained" loading={busy} onClick={() => void act(undefined)}>
        End the alarm
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75, mb: 3 }}>
        The whole log is checked once more first, and the alarm stays if it does not fit. Both names are on the log.
      </Typography>
    </>
  );
};
