import type { MemberRow } from '@clearance/contract';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useApi } from '../providers/use-api.ts';
import { Moment } from '../ui/DateText.tsx';

const LOCKED = `/members?filter=${encodeURIComponent(JSON.stringify({ status: 'locked' }))}`;

/** Who is locked out by failed sign-ins, and since when, wherever in the list they are. Nothing while nobody is. */
export const LockedPeople = () => {
  const locked = useApi<MemberRow[]>(LOCKED).data ?? [];
  if (locked.length === 0) return null;
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
      {locked.length === 1 ? 'One account is locked' : `${locked.length} accounts are locked`} after failed sign-ins.
      Open the person to release it.
      <Box component="ul" aria-label="Locked accounts" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {locked.map(({ id, lockedAt, name }) => (
          <li key={id}>
            {name}
            {lockedAt ? (
              <>
                , since <Moment at={lockedAt} />
              </>
            ) : null}
          </li>
        ))}
      </Box>
    </Alert>
  );
};
