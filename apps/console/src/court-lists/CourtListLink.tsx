import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';

/** To the lists of what was released; of one bulk approval, straight to making its list. Absent for who gives nothing out. */
export const CourtListLink = ({ batch }: { readonly batch?: string }) => {
  if (!useCan('export import')) return null;
  return (
    <Button
      component={RouterLink}
      to={batch ? `/court-lists?batch=${batch}` : '/court-lists'}
      startIcon={<AccountBalanceOutlined />}
    >
      {batch ? 'List for the court' : 'Lists for the court'}
    </Button>
  );
};
