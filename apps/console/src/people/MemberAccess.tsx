import type { MemberChange, MemberRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useAct, type Act } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

interface MemberAccessProps {
  readonly member: MemberRow;
  readonly change: Act<Omit<MemberChange, 'version'>, MemberRow>;
}

const letIn = {
  locked: 'The account is locked after failed sign-ins. Release it once you know that it was them.',
  suspended: 'The account is suspended: nobody can sign in with it. What they did stays.',
} as const;

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
      {member.status === 'active' ? null : <Typography sx={{ mt: 0.5 }}>{letIn[member.status]}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {member.status === 'active' ? (
          <Button color="error" onClick={() => setAsking('suspend')}>
            Suspend
          </Button>
        ) : (
          <Button variant="contained" loading={change.busy} onClick={() => void change.act({ status: 'active' })}>
            {member.status === 'locked' ? 'Release the account' : 'Let back in'}
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
