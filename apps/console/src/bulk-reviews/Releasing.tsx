import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { JobState } from '../jobs/JobState.tsx';
import { useWork } from '../providers/events.ts';

/** What is due is being released, or that stopped; absent otherwise. */
export const Releasing = () => {
  const work = useWork().find(({ kind, state }) => kind === 'release' && (state === 'running' || state === 'failed'));
  if (!work) return null;
  return (
    <Box component="section" aria-labelledby="releasing-title" sx={{ mb: 3 }}>
      <Typography variant="h2" id="releasing-title" sx={{ mb: 1 }}>
        {work.title}
      </Typography>
      <JobState work={work} />
    </Box>
  );
};
