import { CleanList } from '../ui/CleanList.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { AuditSearch } from './AuditSearch.tsx';
import { AuditTable } from './AuditTable.tsx';
import { ListFrame } from './list/ListFrame.tsx';
import { toldOnPage } from './list/list-options.ts';
import { LogState } from './log-state/LogState.tsx';

/** The county's log: who did what, when, from where, and how it ended. */
export const AuditPage = () => (
  <CleanList queryOptions={toldOnPage} sort={{ field: 'id', order: 'DESC' }} perPage={50}>
    <PageHeader
      title="Audit log"
      explanation="Every act and every refused attempt, one entry each. Entries are only ever added; nobody can change or remove one."
    />
    <LogState />
    <AuditSearch />
    <ListFrame
      empty={
        <EmptyState title="Nothing was done yet">
          The first entry is the first sign-in. From then on every act of the county is written here in the same moment
          in which it is done.
        </EmptyState>
      }
    >
      <AuditTable />
    </ListFrame>
  </CleanList>
);
