import type { AuditExportRow } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { useActors } from '../audit-events/actor-names.ts';
import { filterInWords } from '../audit-events/filter-words.ts';
import { RowLink } from '../audit-events/list/RowLink.tsx';
import { stacked } from '../audit-events/list/stacked.ts';
import { Ago, Left } from '../ui/DateText.tsx';
import { number } from '../ui/format.ts';
import { ExportState } from './ExportState.tsx';

const Column = DataTable.Col<AuditExportRow>;

const line = { whiteSpace: 'nowrap' } as const;

/** The exports, newest first. */
export const ExportsTable = () => {
  const { nameOf } = useActors();
  return (
    <DataTable<AuditExportRow> rowClick="show" bulkActionButtons={false} sx={stacked}>
      <Column
        label="Purpose"
        data-label=""
        render={({ id, purpose }) => <RowLink to={`/audit-exports/${id}/show`}>{purpose}</RowLink>}
      />
      <Column label="What" data-label="What" render={({ filter }) => filterInWords(filter, nameOf)} />
      <Column source="count" label="Entries" data-label="Entries" align="right" render={({ count }) => number(count)} />
      <Column label="State" data-label="State" render={(row) => <ExportState row={row} />} />
      <Column label="By" data-label="By" render={({ by }) => by} sx={line} />
      <Column
        source="createdAt"
        label="When"
        data-label="When"
        render={({ createdAt }) => <Ago at={createdAt} />}
        sx={line}
      />
      <Column
        label="Expires"
        data-label="Expires"
        sx={line}
        render={({ state, expiresAt }) => (state === 'done' ? <Left at={expiresAt} /> : '–')}
      />
      <Column label="Downloads" data-label="Downloads" align="right" render={({ downloads }) => number(downloads)} />
      <Column
        label="Checksum"
        data-label="Checksum"
        render={({ jsonlSha256 }) =>
          jsonlSha256 ? (
            <span className="figures" title={`SHA-256 of the JSON Lines file: ${jsonlSha256}`}>
              {jsonlSha256.slice(0, 8)}…
            </span>
          ) : (
            '–'
          )
        }
      />
    </DataTable>
  );
};
