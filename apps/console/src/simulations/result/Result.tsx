import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SimulationRow } from '@clearance/contract';
import { Link } from 'react-router-dom';
import { useCan } from '../../providers/me.ts';
import { counted, number } from '../../ui/format.ts';
import { movesLink } from '../moves-link.ts';
import { Dimensions } from './Dimensions.tsx';
import { Flows } from './Flows.tsx';
import { Movers } from './Movers.tsx';
import { People } from './People.tsx';
import { Totals } from './Totals.tsx';

export interface ResultProps {
  readonly row: SimulationRow;
  readonly result: NonNullable<SimulationRow['result']>;
}

const pair = {
  display: 'grid',
  gap: 2,
  mb: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
};

/** What the policy that was tried would do: first how many, then where from and where to, then who. */
export const Result = ({ row, result }: ResultProps) => {
  const maySee = useCan('read conviction');
  // Where the scope changes, one policy speaks of more than the other.
  const spokenOf = Math.max(result.before.convictions, result.after.convictions);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Typography role="status" sx={{ fontSize: '1.125rem', fontWeight: 650 }}>
          {result.moved === 0 ? 'None' : number(result.moved)} of {counted(spokenOf, 'conviction')} would end up
          elsewhere.
        </Typography>
        {maySee && result.moved > 0 ? (
          <Button className="no-print" variant="contained" component={Link} to={movesLink(row.id)}>
            Open the {counted(result.moved, 'conviction')}
          </Button>
        ) : null}
      </Box>
      <Box sx={pair}>
        <Totals row={row} result={result} />
        <People row={row} result={result} />
      </Box>
      <Box sx={{ mb: 2 }}>
        <Flows row={row} result={result} />
      </Box>
      <Box sx={{ mb: 2 }}>
        <Movers row={row} result={result} />
      </Box>
      <Dimensions row={row} result={result} />
    </>
  );
};
