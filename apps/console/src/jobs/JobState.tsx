import type { Work } from '@clearance/contract';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CancelWork } from './CancelWork.tsx';
import { saying } from './job-words.ts';
import { JobProgress } from './JobProgress.tsx';
import { ResumeWork } from './ResumeWork.tsx';

interface JobStateProps {
  readonly work: Work | undefined;
  /** What is going on, for screen readers; the job's own title unless told. */
  readonly label?: string;
  /** In a list or a table: small, and without frames. */
  readonly small?: boolean;
}

/** A job on the page where it was started: how far it is, why it stopped, what is left, and what can be done about it. */
export const JobState = ({ work, label, small = false }: JobStateProps) => {
  if (!work || work.state === 'done' || work.state === 'waiting') return null;
  const running = work.state === 'running';
  const says = saying(work);
  return (
    <Box sx={{ display: 'grid', gap: small ? 0.25 : 1, maxWidth: 620, justifyItems: 'start' }}>
      {running ? <JobProgress work={work} {...(label ? { label } : {})} /> : null}
      {says && work.state === 'failed' && !small ? (
        <Alert severity="error" variant="outlined" sx={{ width: '100%' }}>
          {says}
        </Alert>
      ) : says ? (
        <Typography sx={small ? { fontSize: '0.8125rem' } : undefined}>{says}</Typography>
      ) : null}
      <Box
        className="no-print"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', ml: small ? -0.75 : 0 }}
      >
        <ResumeWork work={work} small={small} />
        <CancelWork work={work} small={small} />
      </Box>
    </Box>
  );
};
