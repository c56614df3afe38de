import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { SimulationRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { SimulationTable } from './SimulationTable.tsx';

/** The five newest simulations, and the way to all. */
export const LatestSimulations = () => {
  const { data, total = 0 } = useGetList<SimulationRow>(
    'simulations',
    { pagination: { page: 1, perPage: 5 }, sort: { field: 'createdAt', order: 'DESC' }, filter: {} },
    { retry: false },
  );
  if (!data || data.length === 0) return null;
  return (
    <>
      <SimulationTable title="Simulations" rows={data} />
      {total > data.length ? (
        <Box className="no-print" sx={{ mt: 1 }}>
          <Link component={RouterLink} to="/simulations">
            All simulations
          </Link>
        </Box>
      ) : null}
    </>
  );
};
