import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { BulkReviewRow, ConvictionFilter } from '@clearance/contract';
import { useConvictionRows } from '../convictions/use-conviction-rows.ts';
import { WithdrawLink } from '../convictions/WithdrawLink.tsx';
import { useMe } from '../providers/me.ts';
import { useRights } from '../record/use-rights.ts';
import { counted } from '../ui/format.ts';

/** The way back for whoever recommended a set, as long as some of it waits for an approver; absent for everybody else. */
export const WithdrawOwn = ({ row }: { readonly row: BulkReviewRow }) => {
  const { recommend } = useRights();
  const id = useMe()?.memberId;
  return row.verb === 'recommend' && row.state !== 'running' && recommend && id ? (
    <Waiting filter={{ bulkReviewId: row.id, state: ['recommended'], recommenderId: [id] }} />
  ) : null;
};

const Waiting = ({ filter }: { readonly filter: ConvictionFilter }) => {
  const { total } = useConvictionRows({
    filter,
    ...{ view: 'list', sort: { field: 'since', order: 'ASC' }, page: 1, perPage: 1, open: undefined },
  });
  if (total === 0) return null;
  return (
    <Box>
      <Typography sx={{ mb: 1 }}>
        {counted(total, 'conviction')} of it still {total === 1 ? 'waits' : 'wait'} for approval, so you can withdraw{' '}
        {total === 1 ? 'it' : 'them'}.
      </Typography>
      <WithdrawLink filter={filter} count={total} />
    </Box>
  );
};
