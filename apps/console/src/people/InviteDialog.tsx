import type { InvitationBody, InvitationRow, Role } from '@clearance/contract';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { RefusalError } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { counted } from '../ui/format.ts';
import { addressesIn, unreadable } from './addresses.ts';
import { RoleChoice } from './RoleChoice.tsx';

/** Invites one person or many, all with the same roles. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer']);
  const [gaps, setGaps] = useState<RefusalError>();
  const notify = useNotify();
  const emails = addressesIn(text);
  const invite = useAct(
    (body: InvitationBody) => api.post<InvitationRow>('/invitations', body),
    () => {
      notify(`${counted(emails.length, 'invitation')} sent.`, { type: 'success' });
      onClose();
    },
  );
  const send = () => {
    const problem = gapsIn(emails, roles);
    setGaps(problem);
    if (!problem) void invite.act({ emails: [...emails], roles: [...roles] });
  };
  return (
    <ConfirmDialog
      open
      title="Invite people"
      consequence="Each gets an e-mail with a link that works once, within 24 hours. Until then nothing changes."
      verb={emails.length > 1 ? `Send ${emails.length} invitations` : 'Send the invitation'}
      busy={invite.busy}
      refusal={gaps ?? invite.refusal}
      fieldIds={{ emails: 'emails', roles: 'roles' }}
      onConfirm={send}
      onClose={onClose}
    >
      <TextField
        id="emails"
        label="E-mail addresses"
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        helperText={
          emails.length > 1
            ? `${counted(emails.length, 'address', 'addresses')}.`
            : 'One or many, as you have them: with commas, on lines.'
        }
      />
      <RoleChoice id="roles" value={roles} onChange={setRoles} />
    </ConfirmDialog>
  );
};

function gapsIn(emails: readonly string[], roles: readonly Role[]): RefusalError | undefined {
  const bad = unreadable(emails);
  const fields = {
    ...(emails.length === 0 ? { emails: 'Enter at least one e-mail address' } : {}),
    ...(emails.length > 50 ? { emails: 'Invite at most 50 people at once' } : {}),
    ...(bad.length > 0 ? { emails: `This is no e-mail address: ${bad.join(', ')}` } : {}),
    ...(roles.length === 0 ? { roles: 'Choose at least one role' } : {}),
  };
  return Object.keys(fields).length === 0
    ? undefined
    : new RefusalError(422, { code: 'invalid', message: 'Nothing was sent yet.', fields });
}
