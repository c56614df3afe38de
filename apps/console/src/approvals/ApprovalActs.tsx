import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionGroup } from '@clearance/contract';
import { bulkLink } from '../convictions/bulk-link.ts';
import { number } from '../ui/format.ts';

/** The way to the second signature under a group; what one recommended oneself is left to somebody else. */
export const ApprovalActs = ({ group }: { readonly group: ConvictionGroup }) => {
  const others = group.count - group.mine;
  const filter = group.mine > 0 ? { ...group.filter, mine: false } : group.filter;
  return (
    <Box>
      {group.mine > 0 ? (
        <Box sx={{ fontSize: '0.8125rem', maxWidth: 260, ml: { md: 'auto' }, mb: 0.75 }}>
          {others === 0
            ? 'All of these you recommended yourself'
            : `${number(group.mine)} of these you recommended yourself`}
          ; somebody else has to approve them.
        </Box>
      ) : null}
      {others > 0 ? (
        <Button size="small" variant="contained" component={RouterLink} to={bulkLink('approve', filter)}>
          {group.mine > 0 ? `Review the other ${number(others)}` : `Review ${number(group.count)} for approval`}
        </Button>
      ) : null}
    </Box>
  );
};
