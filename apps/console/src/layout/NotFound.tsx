import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { PageHeader } from '../ui/PageHeader.tsx';

export const NotFound = () => (
  <PageHeader
    title="Nothing here"
    explanation="There is nothing under that address that you can see. Perhaps the link is incomplete, or your roles changed."
    actions={
      <Button component={Link} to="/" variant="contained">
        Go to the start
      </Button>
    }
  />
);
