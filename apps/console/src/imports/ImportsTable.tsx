import type { ImportRow } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { RowLink } from '../audit-events/list/RowLink.tsx';
import { stacked } from '../audit-events/list/stacked.ts';
import { Ago } from '../ui/DateText.tsx';
import { bytes, number } from '../ui/format.ts';
import { isCounted, isRead } from './import-words.ts';
import { ImportState } from './ImportState.tsx';

const Column = DataTable.Col<ImportRow>;

/** The imports, newest first. Figures of files that are still being read grow when a step is done. */
export const ImportsTable = () => (
  <DataTable<ImportRow> rowClick="show" bulkActionButtons={false} sx={stacked}>
    <Column
      source="fileName"
      label="File"
      data-label=""
      render={({ id, fileName }) => <RowLink to={`/imports/${id}/show`}>{fileName}</RowLink>}
    />
    <Column label="State" data-label="State" render={(row) => <ImportState row={row} />} />
    <Column
      label="Size"
      data-label="Size"
      align="right"
      render={(row) => bytes(row.bytes)}
      sx={{ whiteSpace: 'nowrap' }}
    />
    <Column source="rows" label="Rows" data-label="Rows" align="right" render={(row) => number(row.rows)} />
    <Column
      label="People"
      data-label="People"
      align="right"
      render={(row) => (isRead(row.state) ? number(row.people) : '–')}
    />
    <Column
      label="Convictions"
      data-label="Convictions"
      align="right"
      render={(row) => (isCounted(row.state) ? number(row.convictions) : '–')}
    />
    <Column label="Rejected" data-label="Rejected" align="right" render={(row) => number(row.rejected)} />
    <Column label="Sent by" data-label="Sent by" render={(row) => row.uploadedBy} />
    <Column source="createdAt" label="When" data-label="When" render={(row) => <Ago at={row.createdAt} />} />
  </DataTable>
);
