import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { LogAlarm } from '@clearance/contract';
import { useId, useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';

interface SayFindingProps {
  readonly found: LogAlarm['found'];
  readonly mine: boolean;
}

/** As many letters as say anything at all. */
const SHORTEST = 10;

/** Says what was found about the alarm and what was done, for somebody else to read. */
export const SayFinding = ({ found, mine }: SayFindingProps) => {
  const id = useId();
  const [finding, setFinding] = useState(mine ? (found?.finding ?? '') : '');
  const { act, busy, refusal } = useAct(() => api.put('/audit-log/alarm/finding', { finding: finding.trim() }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && finding.trim().length >= SHORTEST) void act(undefined);
      }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {found ? 'Correct what was found' : 'Say what was found'}
      </Typography>
      <ErrorSummary refusal={refusal} fieldIds={{ finding: id }} />
      <TextField
        id={id}
        label="What was changed, by whom as far as is known, and what was put back"
        value={finding}
        onChange={(event) => setFinding(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        multiline
        minRows={4}
        fullWidth
      />
      <Button type="submit" loading={busy} disabled={finding.trim().length < SHORTEST} sx={{ mt: 1.5 }}>
        {found ? 'Save the correction' : 'Save'}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>
        {mine
          ? 'You wrote this, so somebody else has to end the alarm.'
          : 'The person who writes this cannot also end the alarm.'}
      </Typography>
    </form>
  );
};
