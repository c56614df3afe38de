import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { Sample } from '@clearance/contract';
import { progressWords } from './sample-words.ts';

/** `17 of 59 looked at`, as a bar and in words. */
export const SampleProgress = ({ sample }: { readonly sample: Sample }) => {
  const all = sample.drawn + sample.overrides;
  const words = progressWords(sample);
  return (
    <Box>
      <Box role="status" className="figures" sx={{ fontSize: '0.875rem', fontWeight: 600, mb: 0.5 }}>
        {words}
      </Box>
      <LinearProgress
        aria-label="Looked at"
        aria-valuetext={words}
        variant="determinate"
        value={all === 0 ? 100 : (100 * (all - sample.left)) / all}
      />
    </Box>
  );
};
