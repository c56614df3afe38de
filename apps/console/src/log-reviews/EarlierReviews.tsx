import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LogReviewRow } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { CleanList } from '../ui/CleanList.tsx';
import { ListFrame } from '../audit-events/list/ListFrame.tsx';
import { toldOnPage } from '../audit-events/list/list-options.ts';
import { stacked } from '../audit-events/list/stacked.ts';
import { Moment } from '../ui/DateText.tsx';
import { day, number } from '../ui/format.ts';

const Column = DataTable.Col<LogReviewRow>;
const line = { whiteSpace: 'nowrap' } as const;

/** Every review that was signed, newest first. */
export const EarlierReviews = () => (
  <Box component="section" aria-label="Earlier reviews" sx={{ mt: 3 }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      Signed reviews
    </Typography>
    <CleanList
      resource="log-reviews"
      queryOptions={toldOnPage}
      sort={{ field: 'at', order: 'DESC' }}
      perPage={25}
      disableSyncWithLocation
    >
      <ListFrame empty={<Box sx={{ color: 'text.secondary' }}>None yet.</Box>}>
        <DataTable<LogReviewRow> rowClick={false} bulkActionButtons={false} sx={stacked}>
          <Column label="Signed" data-label="Signed" sx={line} render={({ at }) => <Moment at={at} />} />
          <Column label="By" data-label="By" render={({ by }) => by} />
          <Column
            label="Period"
            data-label="Period"
            render={({ from, to }) => (day(from) === day(to) ? day(from) : `${day(from)} to ${day(to)}`)}
          />
          <Column
            label="Entries"
            data-label="Entries"
            align="right"
            render={({ firstSequence, lastSequence }) => `${number(firstSequence)} to ${number(lastSequence)}`}
          />
          <Column label="Note" data-label="Note" render={({ note }) => note || '–'} />
        </DataTable>
      </ListFrame>
    </CleanList>
  </Box>
);
