import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { SimulationRow } from '@clearance/contract';
import { useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListPage } from '../ui/ListPage.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SimulationTable } from './SimulationTable.tsx';

const Rows = () => {
  const { data } = useListContext<SimulationRow>();
  return <SimulationTable title="Simulations" rows={data ?? []} />;
};

/** Every simulation, the newest first. */
export const SimulationsPage = () => {
  const mayStart = useCan('draft policy');
  const start = mayStart ? (
    <Button variant="contained" component={RouterLink} to="/simulations/create">
      Simulate a policy
    </Button>
  ) : undefined;
  return (
    <ListPage
      resource="simulations"
      sort={{ field: 'createdAt', order: 'DESC' }}
      header={
        <PageHeader
          title="Simulations"
          above={
            <Link component={RouterLink} to="/policies">
              Policy
            </Link>
          }
          explanation="Policies tried on everybody against the one in force. Nobody is judged by a simulation."
          actions={start}
        />
      }
      empty={
        <EmptyState title="No simulations yet" action={start}>
          A simulation tries a draft, an older version or a ready-made policy on everybody, and shows which convictions
          would end up elsewhere, before anybody is judged by it.
        </EmptyState>
      }
    >
      <Rows />
    </ListPage>
  );
};
