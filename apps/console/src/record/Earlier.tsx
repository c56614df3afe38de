import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { day } from '../ui/format.ts';
import { outcomeWords } from '../ui/words.ts';
import type { EarlierDetermination } from './trace-view.ts';

/** What earlier policies, or the same one on an older history, said about this conviction. */
export const Earlier = ({ earlier }: { readonly earlier: readonly EarlierDetermination[] }) =>
  earlier.length === 0 ? null : (
    <Box component="section" aria-label="Earlier determinations">
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        Earlier determinations
      </Typography>
      {earlier.map(({ policyName, policyVersion, outcome, reason, at }) => (
        <Box key={`${policyVersion} ${at}`} sx={{ py: 0.5, fontSize: '0.875rem' }}>
          <strong>{outcomeWords[outcome].word}</strong>: {reason}
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {policyName}, version {policyVersion}, {day(at)}
          </Box>
        </Box>
      ))}
    </Box>
  );
