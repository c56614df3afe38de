import Box from '@mui/material/Box';
import { flagSays, flagWord } from '../convictions/flag-words.ts';
import { StatusChip } from '../ui/StatusChip.tsx';

/** Things a person should see beside the outcome, each with its sentence on hover; they flow with what surrounds them. */
export const FlagChips = ({ flags }: { readonly flags: readonly string[] }) =>
  flags.length === 0 ? null : (
    <Box component="span" sx={{ display: 'contents' }}>
      {flags.map((flag) => (
        <StatusChip key={flag} word={flagWord(flag)} title={flagSays(flag)} tone="act" sign="warning" />
      ))}
    </Box>
  );
