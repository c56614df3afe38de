import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { Choice } from './court-list-words.ts';

interface DaysProps {
  readonly choice: Choice;
  readonly problem: string | undefined;
  readonly onChange: (choice: Choice) => void;
}

/** The first and the last day of the release, both counted. */
export const Days = ({ choice, problem, onChange }: DaysProps) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2, mb: 1 }}>
    <TextField
      label="Released from"
      type="date"
      value={choice.from}
      onChange={({ target }) => onChange({ ...choice, from: target.value })}
      helperText={problem ?? 'Left empty: from the first.'}
      slotProps={{ inputLabel: { shrink: true } }}
    />
    <TextField
      label="Released to, that day included"
      type="date"
      value={choice.to}
      onChange={({ target }) => onChange({ ...choice, to: target.value })}
      helperText="Left empty: to today."
      slotProps={{ inputLabel: { shrink: true } }}
    />
  </Box>
);
