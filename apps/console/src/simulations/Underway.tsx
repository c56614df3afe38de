import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SimulationRow } from '@clearance/contract';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { api } from '../providers/http.ts';
import { useWorkOn } from '../providers/events.ts';
import { useCan } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { Problem } from '../ui/Problem.tsx';
import { Progress } from '../ui/Progress.tsx';

interface UnderwayProps {
  readonly row: SimulationRow;
  /** Reads the simulation again. */
  readonly again: () => void;
}

/** A simulation without a result: how far it is, or why there is none. */
export const Underway = ({ row, again }: UnderwayProps) => {
  const mayStart = useCan('draft policy');
  const work = useWorkOn(row.id);
  const cancel = useAct(() => api.post<unknown>(`/simulations/${row.id}/cancel`, {}), again);
  const isRunning = row.state === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    // The news of the job come by themselves; this is for a line on which they do not.
    const timer = setInterval(again, 3_000);
    return () => clearInterval(timer);
  }, [isRunning, again]);
  const repeat = mayStart ? (
    <Button component={Link} to={`/simulations/create?candidate=${row.candidate.ref}`} sx={{ mt: 1.5 }}>
      Simulate again
    </Button>
  ) : null;
  if (row.state === 'cancelled') {
    return (
      <>
        <Typography>This simulation was cancelled. Nothing was kept of it.</Typography>
        {repeat}
      </>
    );
  }
  if (!isRunning) {
    return (
      <>
        <Typography role="alert" sx={{ fontWeight: 600 }}>
          This simulation stopped{row.problem ? `: ${row.problem}` : '.'}
        </Typography>
        {repeat}
      </>
    );
  }
  const progress = work?.state === 'running' ? work : { ...row.progress, unit: 'people' as const };
  return (
    <>
      <Typography sx={{ mb: 1.5 }}>
        Everybody is tried under both policies. You can leave this page; the work goes on, and the list of jobs says
        when it is done.
      </Typography>
      <Progress label="Simulating" done={progress.done} total={progress.total} unit={progress.unit} />
      {cancel.refusal ? <Problem error={cancel.refusal} /> : null}
      {mayStart ? (
        <Box sx={{ mt: 1.5 }}>
          <Button loading={cancel.busy} onClick={() => void cancel.act(undefined)}>
            Cancel the simulation
          </Button>
        </Box>
      ) : null}
    </>
  );
};
