import Box from '@mui/material/Box';
import type { BulkReviewRow, ConvictionFilter } from '@clearance/contract';
import { chipsOf, type Reasons } from '../convictions/filter-words.ts';
import { useApi } from '../providers/use-api.ts';
import { bulkTitle } from './bulk-words.ts';

/** A filter in words, where it is a fact and no longer a choice. */
export const FilterWords = ({
  filter,
  reasons = {},
}: {
  readonly filter: ConvictionFilter;
  readonly reasons?: Reasons;
}) => {
  const { data: batch } = useApi<BulkReviewRow>(filter.bulkReviewId && `/bulk-reviews/${filter.bulkReviewId}`);
  const chips = chipsOf(filter, reasons, batch && bulkTitle(batch));
  if (chips.length === 0) return <span>Every conviction of the county</span>;
  return (
    <Box
      component="dl"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.25, m: 0, fontSize: '0.875rem' }}
    >
      {chips.map(({ key, label, text }) => (
        <Box key={key} sx={{ display: 'flex', gap: 0.75 }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
