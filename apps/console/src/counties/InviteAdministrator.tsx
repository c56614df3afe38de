import type { CountyRow } from '@clearance/contract';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { countyName } from '../ui/words.ts';

interface InviteAdministratorProps {
  readonly county: CountyRow;
  readonly onClose: () => void;
}

/** Invites an administrator to a county that has none: the first invitation expired, or the last one left. */
export const InviteAdministrator = ({ county, onClose }: InviteAdministratorProps) => {
  const [adminEmail, setAdminEmail] = useState('');
  const notify = useNotify();
  const { act, busy, refusal } = useAct(
    (body: { adminEmail: string }) => api.post(`/counties/${county.id}/administrators`, body),
    (_, body) => {
      notify(`${body.adminEmail} has an invitation.`, { type: 'success' });
      onClose();
    },
  );
  return (
    <ConfirmDialog
      open
      title={`Invite an administrator of ${countyName(county.name)} County`}
      consequence="The invitation works once, within 24 hours. An earlier one to the same address no longer works."
      verb="Invite"
      busy={busy}
      refusal={refusal}
      fieldIds={{ adminEmail: 'administrator-email' }}
      onConfirm={() => void act({ adminEmail: adminEmail.trim() })}
      onClose={onClose}
    >
      <TextField
        id="administrator-email"
        label="E-mail of the administrator"
        type="email"
        fullWidth
        autoFocus
        value={adminEmail}
        onChange={({ target }) => setAdminEmail(target.value)}
      />
    </ConfirmDialog>
  );
};
