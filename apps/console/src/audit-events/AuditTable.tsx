import Box from '@mui/material/Box';
import type { AuditEventRow } from '@clearance/contract';
import { DataTable } from 'react-admin';
import { StatusChip } from '../ui/StatusChip.tsx';
import { rolesInWords } from '../ui/words.ts';
import { number } from '../ui/format.ts';
import { whatHappened } from './action-words.ts';
import { actorOf } from './actor-names.ts';
import { exactTime } from './exact-time.ts';
import { RowLink } from './list/RowLink.tsx';
import { stacked } from './list/stacked.ts';
import { outcomeOfAct } from './outcome-words.ts';
import { StateChange } from './StateChange.tsx';

const Column = DataTable.Col<AuditEventRow>;
const soft = { color: 'text.secondary', fontSize: '0.8125rem' };

/** Where this computer remembers which columns are wanted. */
export const auditColumns = 'preferences.audit-events.columns';

/** The entries, newest first. */
export const AuditTable = () => (
  <DataTable<AuditEventRow>
    rowClick="show"
    bulkActionButtons={false}
    storeKey={auditColumns}
    hiddenColumns={['Roles']}
    sx={stacked}
  >
    <Column
      label="What"
      data-label=""
      sx={{ minWidth: { sm: 210 } }}
      render={(row) => (
        <>
          <RowLink to={`/audit-events/${row.id}/show`}>{whatHappened(row)}</RowLink>
          {row.bulkReviewId ? <Box sx={soft}>in a bulk review</Box> : null}
        </>
      )}
    />
    <Column label="Outcome" data-label="Outcome" render={({ outcome }) => <StatusChip {...outcomeOfAct[outcome]} />} />
    <Column label="Who" data-label="Who" render={actorOf} />
    <Column label="Roles" data-label="Roles" render={({ roles }) => rolesInWords(roles)} />
    <Column label="Before and after" data-label="Before and after" render={(row) => <StateChange row={row} />} />
    <Column
      label="When"
      data-label="When"
      render={({ at }) => (
        <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
          {exactTime(at)}
        </time>
      )}
    />
    <Column label="From" data-label="From" render={({ address }) => address ?? '–'} />
    <Column source="id" label="No." data-label="No." align="right" render={({ id }) => number(id)} />
  </DataTable>
);
