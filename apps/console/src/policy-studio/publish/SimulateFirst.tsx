import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { DraftRow, SimulationRow } from '@clearance/contract';
import { Link } from 'react-router-dom';
import { useApi } from '../../providers/use-api.ts';
import { counted } from '../../ui/format.ts';

/** Whether this draft was tried on everybody as it is; if not, offers to do that before anybody is judged by it. */
export const SimulateFirst = ({ row }: { readonly row: DraftRow }) => {
  const simulation = useApi<SimulationRow>(row.simulation ? `/simulations/${row.simulation}` : undefined).data;
  if (row.simulation) {
    const moved = simulation?.result?.moved;
    return (
      <Alert
        severity="success"
        variant="outlined"
        sx={{ mb: 3, maxWidth: 820 }}
        action={
          <Button size="small" component={Link} to={`/simulations/${row.simulation}/show`}>
            Open the simulation
          </Button>
        }
      >
        This draft was simulated as it is
        {moved === undefined ? '.' : `: ${counted(moved, 'conviction')} would end up elsewhere.`}
      </Alert>
    );
  }
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ mb: 3, maxWidth: 820 }}
      action={
        <Button size="small" component={Link} to={`/simulations/create?candidate=draft:${row.id}`}>
          Simulate first
        </Button>
      }
    >
      This draft was not simulated as it is now. A simulation shows which convictions end up elsewhere before anybody is
      judged by it.
    </Alert>
  );
};
