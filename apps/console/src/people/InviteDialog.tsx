import type { InvitationBody, InvitationRow, Role } from '@clearance/contract';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { RefusalError } from '../providers/refusal.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { counted } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import type { StatusWord } from '../ui/words.ts';
import { addressesIn, sendVerb, verdictsOf, type Verdict } from './addresses.ts';
import { RoleChoice } from './RoleChoice.tsx';

/** Invites one person or many, all with the same roles. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer']);
  const [gaps, setGaps] = useState<RefusalError>();
  const notify = useNotify();
  // Whom the server named as working here already.
  const [members, setMembers] = useState<ReadonlySet<string>>(new Set());
  const found = verdictsOf(addressesIn(text), members);
  const emails = found.filter(({ verdict }) => verdict === 'right').map(({ address }) => address);
  const invite = useAct(
    (body: InvitationBody) =>
      api.post<InvitationRow>('/invitations', body).catch((error: unknown) => {
        if (error instanceof RefusalError && error.code === 'member_exists')
          setMembers(new Set([...members, ...(error.fields['emails'] ?? '').split(', ')]));
        throw error;
      }),
    (_, body) => {
      notify(`${counted(body.emails.length, 'invitation')} sent.`, { type: 'success' });
      onClose();
    },
  );
  const send = () => {
    const problem = gapsIn(found.length, emails.length, roles);
    setGaps(problem);
    if (!problem) void invite.act({ emails: [...emails], roles: [...roles] });
  };
  return (
    <ConfirmDialog
      open
      title="Invite people"
      consequence="Each gets an e-mail with a link that works once, within 24 hours. Until then nothing changes."
      verb={sendVerb(found.length, emails.length)}
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
        helperText="One or many, as your mail program writes them: with commas, on lines, with names."
      />
      {found.length > 1 || found.some(({ verdict }) => verdict !== 'right') ? <Found found={found} /> : null}
      <RoleChoice id="roles" value={roles} onChange={setRoles} />
    </ConfirmDialog>
  );
};

const verdictWords: Readonly<Record<Verdict, StatusWord>> = {
  right: { word: 'Will be invited', tone: 'quiet', sign: 'check' },
  unreadable: { word: 'No e-mail address', tone: 'stop', sign: 'warning' },
  works_here: { word: 'Works here already', tone: 'plain', sign: 'cross' },
};

/** Each address with what becomes of it, those that are not invited first. */
const Found = ({ found }: { readonly found: ReturnType<typeof verdictsOf> }) => (
  <Box
    component="ul"
    aria-label="Addresses"
    sx={{ listStyle: 'none', m: 0, mb: 1.5, p: 0, maxHeight: 260, overflowY: 'auto', fontSize: '0.875rem' }}
  >
    {found
      .toSorted((a, b) => Number(a.verdict === 'right') - Number(b.verdict === 'right'))
      .map(({ address, verdict }) => (
        <Box
          component="li"
          key={address}
          sx={{
            ...{ display: 'flex', flexWrap: 'wrap', columnGap: 1, justifyContent: 'space-between', py: 0.25 },
            overflowWrap: 'anywhere',
          }}
        >
          {address}
          <StatusChip {...verdictWords[verdict]} />
        </Box>
      ))}
  </Box>
);

function gapsIn(found: number, right: number, roles: readonly Role[]): RefusalError | undefined {
  const fields = {
    ...(found === 0 ? { emails: 'Enter at least one e-mail address' } : {}),
    ...(found > 0 && right === 0 ? { emails: 'None of these can be invited' } : {}),
    ...(right > 50 ? { emails: 'Invite at most 50 people at once' } : {}),
    ...(roles.length === 0 ? { roles: 'Choose at least one role' } : {}),
  };
  return Object.keys(fields).length === 0
    ? undefined
    : new RefusalError(422, { code: 'invalid', message: 'Nothing was sent yet.', fields });
}
