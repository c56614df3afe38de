import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { BulkReviewRow } from '@clearance/contract';
import { Moment } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { workWords } from '../ui/words.ts';
import { bulkTitle } from './bulk-words.ts';

/** Bulk reviews one below the other, for a narrow screen. */
export const BulkReviewCards = () => (
  <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
    {(useListContext<BulkReviewRow>().data ?? []).map((row) => (
      <Box component="li" key={row.id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', justifyContent: 'space-between' }}>
          <Link
            component={RouterLink}
            to={`/bulk-reviews/${row.id}/show`}
            sx={{ color: 'text.primary', fontWeight: 600 }}
          >
            {bulkTitle(row)}
          </Link>
          <StatusChip {...workWords[row.state]} />
        </Box>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {row.by}, <Moment at={row.createdAt} />
        </Box>
      </Box>
    ))}
  </Box>
);
