import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { StaleReasonOf } from './stale-reasons.ts';

interface StaleReasonsProps {
  readonly found: readonly StaleReasonOf[];
  readonly meant: boolean;
  readonly onMeant: (meant: boolean) => void;
}

/** Reasons that would stand wrongly on convictions; whoever publishes all the same has to say so. */
export const StaleReasons = ({ found, meant, onMeant }: StaleReasonsProps) => (
  <Alert severity="warning" variant="outlined" sx={{ mb: 2, maxWidth: 720 }}>
    People read these reasons on every conviction that the rule decides, and they say something else than the rule:
    <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
      {found.map(({ number, place, reason, ruleId, sentence }) => (
        <li key={ruleId}>
          {place ? `Rule ${place}` : 'In every other case'}: the reason “{reason}” says {number}; the rule is “
          {sentence}”
        </li>
      ))}
    </Box>
    Go back to the draft and put the reason right.
    <FormControlLabel
      sx={{ display: 'flex', mt: 0.5 }}
      control={<Checkbox checked={meant} onChange={(_, checked) => onMeant(checked)} />}
      label="The reasons are meant as they stand"
    />
  </Alert>
);
