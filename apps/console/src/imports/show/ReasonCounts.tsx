import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useListContext } from 'react-admin';
import type { ImportRow } from '@clearance/contract';
import { number } from '../../ui/format.ts';
import { reasonWord } from '../reasons.ts';

/** How many rows were rejected for each reason; choosing one narrows the table to it and says what it means. */
export const ReasonCounts = ({ reasons }: Pick<ImportRow, 'reasons'>) => {
  const list = useListContext();
  const { setFilters } = list;
  const { reason: chosen } = list.filterValues as { readonly reason?: string };
  const found =
    reasons.some(({ reason }) => reason === chosen) || !chosen ? reasons : [...reasons, { reason: chosen, count: 0 }];
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box role="group" aria-label="Reasons" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {found.map(({ reason, count }) => (
          <Chip
            key={reason}
            clickable
            aria-pressed={reason === chosen}
            color={reason === chosen ? 'primary' : 'default'}
            variant={reason === chosen ? 'filled' : 'outlined'}
            label={
              <>
                {reasonWord(reason).word} <strong className="figures">{number(count)}</strong>
              </>
            }
            onClick={() => setFilters(reason === chosen ? {} : { reason }, [])}
          />
        ))}
      </Box>
      {chosen ? <Box sx={{ mt: 1, maxWidth: '72ch' }}>{reasonWord(chosen).says}</Box> : null}
    </Box>
  );
};
