import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow } from '@clearance/contract';
import { CancelWork } from '../../jobs/CancelWork.tsx';
import { ResumeWork } from '../../jobs/ResumeWork.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useCan } from '../../providers/me.ts';

/** An import that broke off: why, what was kept, and how it goes on. */
export const Stopped = ({ row }: { readonly row: ImportRow }) => {
  const allowed = useCan('create import');
  const work = useJob(row.workId ?? undefined);
  return (
    <Box
      component="section"
      aria-label="Problem"
      sx={{ border: '2px solid', borderColor: 'error.main', borderRadius: 1, p: 2, mb: 3 }}
    >
      <Typography variant="h2">The import stopped</Typography>
      <Typography sx={{ my: 1, maxWidth: '72ch' }}>
        {row.problem ?? 'Something failed on the server.'} It goes on where it stopped, and nothing is done twice.
      </Typography>
      {allowed && work ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <ResumeWork work={work} />
          <CancelWork work={work} />
        </Box>
      ) : allowed ? null : (
        <Typography>An administrator of the county can resume it.</Typography>
      )}
    </Box>
  );
};
