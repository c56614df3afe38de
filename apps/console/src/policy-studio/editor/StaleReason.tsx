import Box from '@mui/material/Box';
import { staleNumbers } from '../model/stale-reason.ts';
import { useReading } from './reading.tsx';

/** Says when the reason of a rule names a number that the rule itself no longer does. */
export const StaleReason = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const sentence = useReading().sentences.get(id);
  const [number] = sentence ? staleNumbers(title, sentence) : [];
  if (!number) return null;
  return (
    <Box sx={{ fontSize: '0.8125rem', my: 0.5, color: 'warning.main', fontWeight: 550 }}>
      Look at this: The reason says {number}, and the rule does not. People read the reason on every conviction that the
      rule decides.
    </Box>
  );
};
