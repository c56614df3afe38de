import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useStore } from 'react-admin';
import { WorkItem } from '../layout/WorkItem.tsx';
import { useOpenWork } from '../providers/events.ts';

/** The jobs of the county that go on now; the open tray of the rail shows them already. */
export const RunningJobs = () => {
  const jobs = useOpenWork().filter(({ state }) => state === 'running');
  const narrow = useMediaQuery('(max-width:700px)', { noSsr: true });
  const [trayOpen] = useStore('tray.open', true);
  if (jobs.length === 0 || (trayOpen && !narrow)) return null;
  return (
    <Box component="section" aria-labelledby="jobs-title">
      <Typography variant="h2" id="jobs-title" sx={{ mb: 0.5 }}>
        Running now
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          columnGap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
        }}
      >
        {jobs.map((work) => (
          <WorkItem key={work.id} work={work} />
        ))}
      </Box>
    </Box>
  );
};
