import { roles, type OpenInvitation, type Role } from '@clearance/contract';
import Box from '@mui/material/Box';
import { countyName, rolesInWords } from '../ui/words.ts';

/** What the invitation opens: which county, and as what. */
export const InvitedTo = ({ invitation }: { readonly invitation: OpenInvitation }) => (
  <>
    <Box>You are invited to work for {countyName(invitation.county)} County:</Box>
    <Box component="ul" sx={{ mt: 1, mb: 0, pl: 2.5 }}>
      {invitation.roles.map((role) => (
        <li key={role}>
          <strong>{rolesInWords([role])}</strong>: {(roles as Readonly<Record<string, string>>)[role as Role] ?? ''}
        </li>
      ))}
    </Box>
  </>
);
