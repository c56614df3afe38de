import type { OpenInvitation } from '@clearance/contract';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { Mark } from '../layout/Mark.tsx';
import { PlainPage } from '../ui/PlainPage.tsx';
import { countyName } from '../ui/words.ts';

/** The end of an invitation: one more step, signing in. */
export const Accepted = ({ invitation }: { readonly invitation: OpenInvitation }) => (
  <PlainPage>
    <Mark large />
    <Typography variant="h1" role="status" sx={{ mt: 4, mb: 1 }}>
      Your account is ready
    </Typography>
    <Typography sx={{ mb: 3 }}>
      Sign in as {invitation.email} to work for {countyName(invitation.county)} County. The invitation is used up now.
    </Typography>
    <Button component={Link} to="/login" variant="contained" size="large">
      Sign in
    </Button>
  </PlainPage>
);
