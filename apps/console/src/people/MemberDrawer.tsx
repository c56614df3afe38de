import Close from '@mui/icons-material/Close';
import type { MemberChange, MemberRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useNotify } from 'react-admin';
import { api } from '../providers/http.ts';
import { useCan, useMe } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { Ago } from '../ui/DateText.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { day } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { rolesInWords } from '../ui/words.ts';
import { MemberAccess } from './MemberAccess.tsx';
import { RolesForm } from './RolesForm.tsx';
import { memberStatus } from './words.ts';

interface MemberDrawerProps {
  /** Closed while undefined. It is the row of the list, so a change by somebody else shows here at once. */
  readonly member: MemberRow | undefined;
  readonly onClose: () => void;
}

/** One member beside the list: who, which roles, and whether they get in. */
export const MemberDrawer = ({ member, onClose }: MemberDrawerProps) => (
  <Drawer
    anchor="right"
    open={member !== undefined}
    onClose={onClose}
    slotProps={{ paper: { sx: { width: 'min(460px, 100vw)', p: 3 }, 'aria-label': member?.name ?? 'Member' } }}
  >
    {member ? <MemberCard key={member.id} member={member} onClose={onClose} /> : null}
  </Drawer>
);

const MemberCard = ({ member, onClose }: { readonly member: MemberRow; readonly onClose: () => void }) => {
  const me = useMe();
  const changes = useCan('change member');
  const notify = useNotify();
  const change = useAct(
    (body: Omit<MemberChange, 'version'>) =>
      api.put<MemberRow>(`/members/${member.id}`, { version: member.version, ...body }),
    () => notify(`${member.name}: saved.`, { type: 'success' }),
  );
  const own = me?.memberId === member.id;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h1" component="h2">
            {member.name}
          </Typography>
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{member.email}</Box>
        </Box>
        <IconButton aria-label="Close" onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, my: 1.5, fontSize: '0.875rem' }}>
        <StatusChip {...memberStatus[member.status]} />
        <span>
          {member.lastSeen ? (
            <>
              last seen <Ago at={member.lastSeen} />
            </>
          ) : (
            'never signed in'
          )}
        </span>
        <span>here since {day(member.createdAt)}</span>
      </Box>
      <ErrorSummary refusal={change.refusal} />
      {changes && !own ? (
        <>
          <RolesForm
            key={member.version}
            member={member}
            busy={change.busy}
            onSave={(roles) => void change.act({ roles: [...roles] })}
          />
          <MemberAccess member={member} change={change} />
        </>
      ) : (
        <Typography sx={{ mt: 1 }}>
          {own ? 'This is you. ' : ''}
          {rolesInWords(member.roles)}.{own && changes ? ' Your own roles are changed by another administrator.' : ''}
        </Typography>
      )}
    </>
  );
};
