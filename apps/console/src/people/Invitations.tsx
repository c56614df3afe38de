import type { InvitationRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { DataTable, useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useCan } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Ago, Left } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListPage } from '../ui/ListPage.tsx';
import { PhoneRow } from '../ui/PhoneRow.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { rolesInWords } from '../ui/words.ts';
import { invitationStatus } from './words.ts';

/** The invitations of the county with what became of them. */
export const Invitations = () => {
  const invites = useCan('invite member');
  const [withdrawing, setWithdrawing] = useState<InvitationRow>();
  const notify = useNotify();
  const withdraw = useAct(
    (row: InvitationRow) => api.delete(`/invitations/${row.id}`),
    (_, row) => {
      notify(`The invitation of ${row.email} is withdrawn.`, { type: 'success' });
      setWithdrawing(undefined);
    },
  );
  const withdrawButton = (row: InvitationRow) =>
    invites && row.status === 'pending' ? (
      <Button
        size="small"
        variant="text"
        aria-label={`Withdraw the invitation of ${row.email}`}
        onClick={() => setWithdrawing(row)}
      >
        Withdraw
      </Button>
    ) : null;
  return (
    <Box component="section" aria-labelledby="invitations-title" sx={{ mt: 4 }}>
      <ListPage
        resource="invitations"
        sort={{ field: 'createdAt', order: 'DESC' }}
        perPage={25}
        disableSyncWithLocation
        storeKey="invitations"
        phoneRow={(row: InvitationRow) => (
          <PhoneRow
            title={row.email}
            status={<StatusChip {...invitationStatus[row.status]} />}
            action={withdrawButton(row)}
          >
            <div>{rolesInWords(row.roles)}</div>
            <div>
              Sent <Ago at={row.createdAt} /> by {row.invitedBy}
            </div>
          </PhoneRow>
        )}
        header={
          <Typography variant="h2" id="invitations-title" sx={{ mb: 1 }}>
            Invitations
          </Typography>
        }
        empty={
          <EmptyState title="No invitations">
            Whoever is invited stands here until the link is used, withdrawn or 24 hours old.
          </EmptyState>
        }
      >
        <DataTable<InvitationRow> bulkActionButtons={false} rowClick={false}>
          <DataTable.Col<InvitationRow> source="email" label="E-mail" />
          <DataTable.Col<InvitationRow> label="Roles" render={({ roles }) => rolesInWords(roles)} disableSort />
          <DataTable.Col<InvitationRow>
            label="State"
            disableSort
            render={(row) => <StatusChip {...invitationStatus[row.status]} />}
          />
          <DataTable.Col<InvitationRow>
            source="createdAt"
            label="Sent"
            render={(row) => (
              <>
                <Ago at={row.createdAt} /> by {row.invitedBy}
              </>
            )}
          />
          <DataTable.Col<InvitationRow>
            label="Link"
            disableSort
            render={(row) => (row.status === 'pending' ? <Left at={row.expiresAt} /> : null)}
          />
          {invites ? (
            <DataTable.Col<InvitationRow> source="id" label="Action" disableSort render={withdrawButton} />
          ) : null}
        </DataTable>
      </ListPage>
      <ConfirmDialog
        open={withdrawing !== undefined}
        title="Withdraw the invitation?"
        consequence={`The link that ${withdrawing?.email ?? ''} received stops working at once. You can invite again later.`}
        verb="Withdraw the invitation"
        back="Keep the invitation"
        busy={withdraw.busy}
        refusal={withdraw.refusal}
        onConfirm={() => withdrawing && void withdraw.act(withdrawing)}
        onClose={() => {
          withdraw.forget();
          setWithdrawing(undefined);
        }}
      />
    </Box>
  );
};
