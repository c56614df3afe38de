import type { CountyRow } from '@clearance/contract';
import Add from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { DataTable } from 'react-admin';
import { useCan } from '../providers/me.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterSearch } from '../ui/FilterSearch.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { day, number } from '../ui/format.ts';
import { ListPage } from '../ui/ListPage.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PhoneRow } from '../ui/PhoneRow.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { countyName } from '../ui/words.ts';
import { countyStatus } from './county-status.ts';
import { InviteAdministrator } from './InviteAdministrator.tsx';
import { NewCounty } from './NewCounty.tsx';
import { SwitchCounty } from './SwitchCounty.tsx';

/** The operator's screen: the counties of the installation with their volumes, never a record. */
export const CountiesPage = () => {
  const creates = useCan('create county');
  const suspends = useCan('suspend county');
  const [creating, setCreating] = useState(false);
  const [switching, setSwitching] = useState<CountyRow>();
  const [inviting, setInviting] = useState<CountyRow>();
  const create = creates ? (
    <Button variant="contained" startIcon={<Add />} onClick={() => setCreating(true)}>
      Add a county
    </Button>
  ) : null;
  const acts = (row: CountyRow) => (
    <>
      {creates && row.members === 0 ? (
        <Button size="small" variant="text" onClick={() => setInviting(row)}>
          Invite an administrator
        </Button>
      ) : null}
      {suspends ? (
        <Button
          size="small"
          variant="text"
          aria-label={`${switchVerb(row)} ${countyName(row.name)}`}
          onClick={() => setSwitching(row)}
        >
          {switchVerb(row)}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <ListPage
        resource="counties"
        sort={{ field: 'name', order: 'ASC' }}
        phoneRow={(row: CountyRow) => (
          <PhoneRow
            title={countyName(row.name)}
            status={<StatusChip {...countyStatus[row.status]} />}
            action={acts(row)}
          >
            {volumes.map(({ source, label }) => `${label}: ${number(row[source])}`).join(' · ')}
          </PhoneRow>
        )}
        header={
          <PageHeader
            title="Counties"
            explanation="Every county of this installation with its volumes. You see numbers here, never a person’s record."
            actions={create}
          />
        }
        filters={
          <>
            <FilterSearch label="County" />
            <FilterSelect
              source="status"
              label="Status"
              choices={Object.entries(countyStatus).map(([value, { word }]) => ({ value, label: word }))}
            />
          </>
        }
        empty={
          <EmptyState title="No county yet" action={create}>
            A county comes about with its first administrator, who then invites the rest of the office.
          </EmptyState>
        }
      >
        <DataTable<CountyRow> bulkActionButtons={false} rowClick={false}>
          <DataTable.Col<CountyRow>
            source="name"
            label="County"
            render={({ name }) => <strong>{countyName(name)}</strong>}
          />
          <DataTable.Col<CountyRow>
            label="Status"
            disableSort
            render={({ status }) => <StatusChip {...countyStatus[status]} />}
          />
          {volumes.map(({ source, label }) => (
            <DataTable.Col<CountyRow>
              key={source}
              source={source}
              label={label}
              align="right"
              disableSort
              render={(row) => number(row[source])}
            />
          ))}
          <DataTable.Col<CountyRow> source="createdAt" label="Here since" render={({ createdAt }) => day(createdAt)} />
          {suspends ? <DataTable.Col<CountyRow> source="id" label="Action" disableSort render={acts} /> : null}
        </DataTable>
      </ListPage>
      {creating ? <NewCounty onClose={() => setCreating(false)} /> : null}
      {inviting ? <InviteAdministrator county={inviting} onClose={() => setInviting(undefined)} /> : null}
      {switching ? <SwitchCounty county={switching} onClose={() => setSwitching(undefined)} /> : null}
    </>
  );
};

const volumes = [
  { source: 'members', label: 'People working' },
  { source: 'imports', label: 'Imports' },
  { source: 'convictions', label: 'Convictions' },
  { source: 'openWork', label: 'Jobs open' },
  { source: 'failedWork', label: 'Jobs failed' },
] as const;

const switchVerb = ({ status }: CountyRow) => (status === 'active' ? 'Suspend' : 'Let back');
