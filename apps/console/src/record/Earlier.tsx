import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { day } from '../ui/format.ts';
import { outcomeWords } from '../ui/words.ts';
import type { EarlierDetermination } from './trace-view.ts';

interface EarlierProps {
  /** When the determination that counts was made. */
  readonly decidedAt: string | null;
  readonly earlier: readonly EarlierDetermination[];
}

/** What other policies, or the same one on an older history, said about this conviction: before its decision and since. */
export const Earlier = ({ decidedAt, earlier }: EarlierProps) => {
  const isSince = ({ at }: EarlierDetermination) => decidedAt !== null && at > decidedAt;
  return (
    <>
      <Determinations title="Determined since the decision, which stands" found={earlier.filter(isSince)} />
      <Determinations title="Earlier determinations" found={earlier.filter((one) => !isSince(one))} />
    </>
  );
};

interface DeterminationsProps {
  readonly title: string;
  readonly found: readonly EarlierDetermination[];
}

const Determinations = ({ title, found }: DeterminationsProps) =>
  found.length === 0 ? null : (
    <Box component="section" aria-label={title}>
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {found.map(({ policyName, policyVersion, outcome, reason, at }) => (
        <Box key={`${policyVersion} ${at}`} sx={{ py: 0.5, fontSize: '0.875rem' }}>
          <strong>{outcomeWords[outcome].word}</strong>: {reason}
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {policyName}, version {policyVersion}, {day(at)}
          </Box>
        </Box>
      ))}
    </Box>
  );
