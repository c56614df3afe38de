import Box from '@mui/material/Box';
import type { PersonView } from '@clearance/contract';
import { DateText } from '../ui/DateText.tsx';

interface BornProps {
  readonly person: Pick<PersonView, 'age' | 'birth' | 'birthDoubt' | 'birthEntered'>;
}

/** When a person was born, and why nothing is decided by it where it cannot be. */
export const Born = ({ person: { age, birth, birthDoubt, birthEntered } }: BornProps) => (
  <>
    <DateText value={birth} />
    {age === null || birthDoubt ? null : ` (${age})`}
    {birthEntered ? ', entered' : null}
    {birthDoubt ? (
      <Box data-testid="birth-doubt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        Not decided by: {birthDoubt}.
      </Box>
    ) : null}
  </>
);
