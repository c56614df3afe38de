import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SimulationRow } from '@clearance/contract';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { useCan } from '../providers/me.ts';

interface UnderwayProps {
  readonly row: SimulationRow;
  /** Reads the simulation again. */
  readonly again: () => void;
}

const said: Readonly<Record<Exclude<SimulationRow['state'], 'done'>, string>> = {
  running:
    'Everybody is tried under both policies. You can leave this page; the work goes on, and the list of jobs says when it is done.',
  failed: 'This simulation stopped before its end.',
  cancelled: 'This simulation was cancelled.',
  overtaken: 'This simulation has no result.',
};

/** A simulation without a result: how far it is, or why there is none. */
export const Underway = ({ row, again }: UnderwayProps) => {
  const mayStart = useCan('draft policy');
  const work = useJob(row.id);
  const isRunning = row.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    // The news of the job come by themselves; this is for a line on which they do not.
    const timer = setInterval(again, 3_000);
    return () => clearInterval(timer);
  }, [isRunning, again]);
  if (row.state === 'done') return null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Typography>{said[row.state]}</Typography>
      <Box sx={{ width: '100%' }}>
        <JobState work={work} label="Simulating" />
      </Box>
      {!isRunning && mayStart ? (
        <Button component={Link} to={`/simulations/create?candidate=${row.candidate.ref}`}>
          Simulate again
        </Button>
      ) : null}
    </Box>
  );
};
