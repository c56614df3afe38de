import Button from '@mui/material/Button';

import { Link as RouterLink } from 'react-router-dom';
import { CleanList } from '../ui/CleanList.tsx';
import { ListFrame } from '../audit-events/list/ListFrame.tsx';
import { toldOnPage } from '../audit-events/list/list-options.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ExportsTable } from './ExportsTable.tsx';

const make = (
  <Button variant="contained" component={RouterLink} to="/audit-exports/create">
    New export
  </Button>
);

/** Every export of the log that was made here, by whom and for what. */
export const ExportsPage = () => (
  <>
    <PageHeader
      title="Exports"
      explanation="Copies of the audit log for people outside: who took what, for which purpose. Each one is itself an entry of the log, and so is each download."
      actions={make}
    />
    <CleanList queryOptions={toldOnPage} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
      <ListFrame
        empty={
          <EmptyState title="No export yet" action={make}>
            An export is one file with entries of the log and the proofs that they stand in it so. Whoever receives it
            can check it alone, without trusting anybody here. Choose which entries, and say what it is for.
          </EmptyState>
        }
      >
        <ExportsTable />
      </ListFrame>
    </CleanList>
  </>
);
