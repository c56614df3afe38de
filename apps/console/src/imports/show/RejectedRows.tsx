import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ImportRow, RejectedRowView } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { CleanList } from '../../ui/CleanList.tsx';
import { ListFrame } from '../../audit-events/list/ListFrame.tsx';
import { toldOnPage } from '../../audit-events/list/list-options.ts';
import { stacked } from '../../audit-events/list/stacked.ts';
import { GiveOut } from '../../disseminations/GiveOut.tsx';
import { useCan } from '../../providers/me.ts';
import { counted, number } from '../../ui/format.ts';
import { reasonWord } from '../reasons.ts';
import { LineText } from './LineText.tsx';
import { ReasonCounts } from './ReasonCounts.tsx';

const Column = DataTable.Col<RejectedRowView>;

/** Rows that could not be read, with the reason in plain words and what was found. */
export const RejectedRows = ({ row }: { readonly row: ImportRow }) => {
  // What a rejected row says may identify somebody; the API tells it to those who may see the original file.
  const mayImport = useCan('create import');
  if (row.rejected === 0) return null;
  const resource = `imports/${row.id}/problems`;
  return (
    <Box component="section" id="rejected" sx={{ mt: 4 }} aria-labelledby="rejected-title">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-end', mb: 1.5 }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography variant="h2" id="rejected-title">
            {counted(row.rejected, 'rejected row')}
          </Typography>
          <Typography sx={{ color: 'text.secondary', maxWidth: '72ch' }}>
            Each was set aside with its line number{row.rows > 0 ? '; all other rows count' : ''}. Nothing in them was
            guessed. If a row matters, ask the state for a corrected file.
          </Typography>
        </Box>
        <GiveOut
          label="Download as CSV"
          holds={`It holds ${counted(row.rejected, 'row')} as the state wrote ${row.rejected === 1 ? 'it' : 'them'}, with whatever identifies people.`}
          path={`/imports/${row.id}/problems.csv`}
        />
      </Box>
      <CleanList
        resource={resource}
        sort={{ field: 'line', order: 'ASC' }}
        perPage={25}
        disableAuthentication
        queryOptions={toldOnPage}
      >
        <ReasonCounts reasons={row.reasons} />
        <ListFrame empty={null}>
          <DataTable<RejectedRowView> bulkActionButtons={false} rowClick={false} sx={stacked}>
            {row.files.length > 1 ? <Column label="File" data-label="File" render={({ file }) => file} /> : null}
            <Column source="line" label="Line" data-label="Line" align="right" render={({ line }) => number(line)} />
            <Column
              source="reason"
              label="Reason"
              data-label="Reason"
              sx={{ whiteSpace: 'nowrap' }}
              render={({ reason }) => <span title={reasonWord(reason).says}>{reasonWord(reason).word}</span>}
            />
            <Column label="What was found" data-label="What was found" render={({ detail }) => detail} />
            {mayImport ? (
              <Column label="The row" data-label="The row" render={({ text }) => <LineText text={text} />} />
            ) : null}
          </DataTable>
        </ListFrame>
      </CleanList>
    </Box>
  );
};
