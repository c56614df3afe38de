import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import { countyRoles, type MemberRow } from '@clearance/contract';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { useCan } from '../providers/me.ts';
import { Ago } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterSearch } from '../ui/FilterSearch.tsx';
import { FilterSelect } from '../ui/FilterSelect.tsx';
import { ListPage } from '../ui/ListPage.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PhoneRow } from '../ui/PhoneRow.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { roleWords, rolesInWords } from '../ui/words.ts';
import { Invitations } from './Invitations.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { LockedPeople } from './LockedPeople.tsx';
import { MemberDrawer } from './MemberDrawer.tsx';
import { memberStatus } from './words.ts';

/** Who works in the county: members with their roles, and the invitations that are on their way. */
export const PeoplePage = () => {
  const invites = useCan('invite member');
  const [inviting, setInviting] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const inviteButton = invites ? (
    <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setInviting(true)}>
      Invite people
    </Button>
  ) : null;
  return (
    <>
      <ListPage
        resource="members"
        sort={{ field: 'name', order: 'ASC' }}
        phoneRow={(member: MemberRow) => (
          <PhoneRow
            title={member.name}
            status={<StatusChip {...memberStatus[member.status]} />}
            onOpen={() => setOpenId(member.id)}
          >
            <div>{member.email}</div>
            <div>{rolesInWords(member.roles)}</div>
          </PhoneRow>
        )}
        aside={<OpenMember id={openId} onClose={() => setOpenId(undefined)} />}
        header={
          <>
            <PageHeader
              title="People"
              explanation="Who works here, and as what. Two people are needed for every approval."
              actions={inviteButton}
            />
            <LockedPeople />
          </>
        }
        filters={
          <>
            <FilterSearch label="Name or e-mail" />
            <FilterSelect
              source="role"
              label="Role"
              choices={countyRoles.map((role) => ({ value: role, label: roleWords[role] }))}
            />
            <FilterSelect
              source="status"
              label="Status"
              choices={Object.entries(memberStatus).map(([value, { word }]) => ({ value, label: word }))}
            />
          </>
        }
        empty={
          <EmptyState title="Nobody works here yet" action={inviteButton}>
            People join by invitation. Each gets one or more roles; at least a reviewer and an approver are needed.
          </EmptyState>
        }
      >
        <Members onOpen={setOpenId} />
      </ListPage>
      <Invitations />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
};

const Members = ({ onOpen }: { readonly onOpen: (id: string) => void }) => (
  <DataTable<MemberRow>
    bulkActionButtons={false}
    rowClick={(id) => {
      onOpen(String(id));
      return false;
    }}
  >
    <DataTable.Col<MemberRow>
      source="name"
      label="Name"
      render={({ id, name }) => (
        <Link
          component="button"
          type="button"
          sx={{ fontWeight: 600, textAlign: 'left' }}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(id);
          }}
        >
          {name}
        </Link>
      )}
    />
    <DataTable.Col<MemberRow> source="email" label="E-mail" />
    <DataTable.Col<MemberRow> label="Roles" render={({ roles }) => rolesInWords(roles)} disableSort />
    <DataTable.Col<MemberRow>
      label="Status"
      render={({ status }) => <StatusChip {...memberStatus[status]} />}
      disableSort
    />
    <DataTable.Col<MemberRow>
      source="lastSeen"
      label="Last seen"
      render={({ lastSeen }) => (lastSeen ? <Ago at={lastSeen} /> : 'never')}
    />
  </DataTable>
);

/** The row of the list that is open, as the list has it now. */
const OpenMember = ({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) => {
  const { data } = useListContext<MemberRow>();
  return <MemberDrawer member={data?.find((member) => member.id === id)} onClose={onClose} />;
};
