import type { MemberRow, Role } from '@clearance/contract';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { RoleChoice } from './RoleChoice.tsx';

interface RolesFormProps {
  readonly member: MemberRow;
  readonly busy: boolean;
  readonly onSave: (roles: readonly Role[]) => void;
}

const same = (a: readonly Role[], b: readonly Role[]) => a.length === b.length && a.every((role) => b.includes(role));

/** Gives and takes roles. Says beforehand that the member has to sign in again. */
export const RolesForm = ({ member, busy, onSave }: RolesFormProps) => {
  const [chosen, setChosen] = useState<readonly Role[]>(member.roles);
  const [problem, setProblem] = useState<string>();
  const changed = !same(chosen, member.roles);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0) setProblem('Leave at least one role, or suspend the account below.');
        else onSave(chosen);
      }}
    >
      <RoleChoice
        value={chosen}
        problem={problem}
        onChange={(roles) => {
          setChosen(roles);
          setProblem(undefined);
        }}
      />
      {changed ? (
        <Box sx={{ mt: 1 }}>
          <Box sx={{ fontSize: '0.875rem', mb: 1 }}>
            {member.name} is signed out everywhere and works with the new roles from the next sign-in. Jobs that need a
            role you take away are stopped.
          </Box>
          <Button type="submit" variant="contained" loading={busy}>
            Save roles
          </Button>
          <Button variant="text" disabled={busy} onClick={() => setChosen(member.roles)} sx={{ ml: 1 }}>
            Keep as they were
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};
