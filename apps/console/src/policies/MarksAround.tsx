import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { Policy, RuleSentence } from '@clearance/contract';
import { countMarks, marksAround, marksWarning } from './open-marks.ts';

interface MarksAroundProps {
  readonly policy: Policy;
  readonly rules: readonly RuleSentence[];
}

/** What an attorney has still to confirm: how much of it, and what does not belong to one rule. */
export const MarksAround = ({ policy, rules }: MarksAroundProps) => {
  const count = countMarks(policy, rules);
  if (count === 0) return null;
  const around = marksAround(policy);
  return (
    <Alert severity="warning" variant="outlined" sx={{ mt: 1.5, maxWidth: 860 }}>
      {marksWarning(count)}
      {around.length > 0 ? (
        <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
          {around.map(({ note, place }) => (
            <li key={place}>
              {place}: {note}
            </li>
          ))}
        </Box>
      ) : null}
    </Alert>
  );
};
