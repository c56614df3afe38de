import type { MemberChange, MemberRow } from '@clearance/contract';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useAct, type Act } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { dayAndTime } from '../ui/format.ts';

interface MemberAccessProps {
  readonly member: MemberRow;
  readonly change: Act<Omit<MemberChange, 'version'>, MemberRow>;
}

/** Whether a member gets in: release a locked account, suspend and let back, end sessions. */
export const MemberAccess = ({ member, change }: MemberAccessProps) => {
  const [asking, setAsking] = useState<'suspend' | 'end'>();
  const notify = useNotify();
  const close = () => setAsking(undefined);
  const end = useAct(
    () => api.post(`/members/${member.id}/end-sessions`, {}),
    () => {
      notify(`${member.name} is signed out everywhere.`, { type: 'success' });
      close();
    },
  );
  return (
    <Box
      component="section"
      aria-labelledby="access-title"
      sx={{ borderTop: 1, borderColor: 'divider', mt: 2.5, pt: 2 }}
    >
      <Typography variant="h2" id="access-title">
        Access
      </Typography>
      {member.status === 'locked' ? <LockNotice member={member} /> : null}
      {member.status === 'suspended' ? (
        <Typography sx={{ mt: 0.5 }}>
          The account is suspended: nobody can sign in with it. What they did stays.
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {member.status === 'active' ? null : (
          <Button variant="contained" loading={change.busy} onClick={() => void change.act({ status: 'active' })}>
            {member.status === 'locked' ? 'Release the account' : 'Let back in'}
          </Button>
        )}
        {member.status === 'suspended' ? null : (
          <Button color="error" onClick={() => setAsking('suspend')}>
            Suspend
          </Button>
        )}
        <Button onClick={() => setAsking('end')}>End sessions</Button>
      </Box>
      <ConfirmDialog
        open={asking === 'suspend'}
        title={`Suspend ${member.name}?`}
        consequence={`${member.name} is signed out at once and cannot sign in until somebody lets them back. Everything they decided stays as it is; jobs of theirs that are still running are stopped.`}
        verb="Suspend"
        grave
        busy={change.busy}
        refusal={change.refusal}
        onConfirm={() => void change.act({ status: 'suspended' }).then((done) => done && close())}
        onClose={close}
      />
      <ConfirmDialog
        open={asking === 'end'}
        title={`End the sessions of ${member.name}?`}
        consequence={`${member.name} is signed out on every computer and has to sign in again. What was not saved yet is lost.`}
        verb="End sessions"
        busy={end.busy}
        refusal={end.refusal}
        onConfirm={() => void end.act(undefined)}
        onClose={close}
      />
    </Box>
  );
};

/** Who is locked, since when and by whose attempts, and what to do about it. */
const LockNotice = ({ member: { name, lockedAt, lockedFrom } }: { readonly member: MemberRow }) => (
  <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>
    {name} cannot sign in. Five sign-ins with a wrong password within 15 minutes locked the account
    {lockedAt ? <> on {dayAndTime(lockedAt)}</> : null}
    {lockedFrom ? `; the last came from ${lockedFrom}` : null}. Ask {name} whether that was them, then release the
    account. Sessions that are open go on; end them below if it was somebody else.
  </Alert>
);
