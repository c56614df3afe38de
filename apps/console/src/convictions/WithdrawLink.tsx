import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionFilter } from '@clearance/contract';
import { useMe } from '../providers/me.ts';
import { number } from '../ui/format.ts';
import { bulkLink } from './bulk-link.ts';

interface WithdrawLinkProps {
  readonly filter: ConvictionFilter;
  /** Absent where not all of the set waits for approval; the page it leads to counts. */
  readonly count?: number;
}

/** To the page that takes one's own recommendations of a set back to the queue. */
export const WithdrawLink = ({ filter, count }: WithdrawLinkProps) => {
  const id = useMe()?.memberId;
  return (
    <Button
      size="small"
      component={RouterLink}
      to={bulkLink('withdraw', { ...filter, ...(id ? { recommenderId: [id] } : {}) })}
    >
      {count === undefined ? 'Withdraw what I recommended' : `Withdraw my ${number(count)}`}
    </Button>
  );
};
