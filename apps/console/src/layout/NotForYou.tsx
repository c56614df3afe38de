import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { PageHeader } from '../ui/PageHeader.tsx';

export const NotForYou = () => (
  <PageHeader
    title="Not for your roles"
    explanation="Your roles do not include this page. An administrator of your county can change them under People."
    actions={
      <Button component={Link} to="/" variant="contained">
        Go to the start
      </Button>
    }
  />
);
