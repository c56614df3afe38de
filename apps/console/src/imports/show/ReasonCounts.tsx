import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useQueries } from '@tanstack/react-query';
import { useDataProvider, useListContext } from 'react-admin';
import { number } from '../../ui/format.ts';
import { reasonCodes, reasonWord } from '../reasons.ts';

/** How many rows were rejected for each reason; choosing one narrows the table to it and says what it means. */
export const ReasonCounts = ({ resource }: { readonly resource: string }) => {
  const list = useListContext();
  const { setFilters } = list;
  const dataProvider = useDataProvider();
  const { reason: chosen } = list.filterValues as { readonly reason?: string };
  const codes = chosen && !reasonCodes.includes(chosen) ? [...reasonCodes, chosen] : reasonCodes;
  const counts = useQueries({
    queries: codes.map((reason) => ({
      queryKey: [resource, 'count', reason],
      queryFn: async () => {
        const pagination = { page: 1, perPage: 1 };
        const sort = { field: 'line', order: 'ASC' } as const;
        return (await dataProvider.getList(resource, { pagination, sort, filter: { reason } })).total ?? 0;
      },
    })),
  });
  const found = codes
    .map((reason, index) => ({ reason, count: counts[index]?.data ?? 0 }))
    .filter(({ count, reason }) => count > 0 || reason === chosen)
    .sort((a, b) => b.count - a.count);
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
