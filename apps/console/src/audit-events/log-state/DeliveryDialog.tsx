import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { AuditLogState, DeliverySettings } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface DeliveryDialogProps {
  readonly state: AuditLogState;
  readonly onClose: () => void;
}

const fieldIds = { email: 'delivery-email', webhook: 'delivery-webhook', folder: 'delivery-folder' };
const given = (text: string) => (text.trim() === '' ? null : text.trim());

/** Where checkpoints are sent, beside being kept here. */
export const DeliveryDialog = ({ state, onClose }: DeliveryDialogProps) => {
  const [email, setEmail] = useState(state.delivery.email ?? '');
  const [webhook, setWebhook] = useState(state.delivery.webhook ?? '');
  const [folder, setFolder] = useState(state.delivery.folder);
  const { act, busy, refusal } = useAct(
    () => api.put<DeliverySettings>('/audit-log/delivery', { email: given(email), webhook: given(webhook), folder }),
    onClose,
  );
  return (
    <ConfirmDialog
      open
      title="Where checkpoints are sent"
      consequence="A checkpoint is a short signed text: how many entries the log has, and a sum over all of them. It names nobody. One that is kept where nobody of this office can change it shows later whether the log was cut or rewritten. That you changed this is written into the log."
      verb="Save"
      busy={busy}
      refusal={refusal}
      fieldIds={fieldIds}
      onConfirm={() => void act(undefined)}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <TextField
          id={fieldIds.email}
          type="email"
          label="By mail to"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          helperText="Somebody outside the office: the county auditor, a court clerk. Now and then, not for every checkpoint."
        />
        <TextField
          id={fieldIds.webhook}
          type="url"
          label="To a web address"
          value={webhook}
          onChange={({ target }) => setWebhook(target.value)}
          helperText="A program of the county receives each one there. It begins with https and holds no password."
        />
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                id={fieldIds.folder}
                checked={folder}
                disabled={!state.folderOffered}
                onChange={({ target }) => setFolder(target.checked)}
              />
            }
            label="Into the folder of this installation"
          />
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', pl: 4 }}>
            {state.folderOffered
              ? 'One file per checkpoint, from where the county’s own backup takes it.'
              : 'The operator of the installation has set up no folder for this.'}
          </Box>
        </Box>
      </Box>
    </ConfirmDialog>
  );
};
