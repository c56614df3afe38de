import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { DataTable, type SortPayload } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionRow } from '@clearance/contract';
import { FlagChips } from '../record/FlagChips.tsx';
import { Age, DateText } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { decisionWords, severityWords } from '../ui/words.ts';
import { columns, columnsKey, hiddenAtFirst } from './columns.ts';
import type { QueueSort } from './address.ts';
import type { ListProps } from './list-props.ts';
import { ReturnedBy } from './ReturnedBy.tsx';
import { sectionWord } from './section-word.ts';
import { StandingChips } from './StandingChips.tsx';
import { personName } from '../record/person-words.ts';
import { stageOf } from '../record/stage.ts';

const Col = DataTable.Col<ConvictionRow>;

interface ConvictionTableProps extends ListProps {
  readonly sort: QueueSort;
  readonly onSort: (sort: QueueSort) => void;
  readonly total: number;
}

/** Convictions as a table whose columns can be chosen. */
export const ConvictionTable = ({ rows, currentId, onOpen, linkState, sort, onSort, total }: ConvictionTableProps) => (
  <DataTable<ConvictionRow>
    resource="convictions"
    storeKey={columnsKey}
    data={[...rows]}
    total={total}
    isPending={false}
    sort={sort}
    setSort={(next: SortPayload) => onSort(next as QueueSort)}
    bulkActionButtons={false}
    hiddenColumns={[...hiddenAtFirst]}
    rowClick={(id) => {
      onOpen(String(id));
      return false;
    }}
    rowSx={(row) =>
      row.id === currentId ? { backgroundColor: 'action.selected', boxShadow: 'inset 3px 0 currentColor' } : {}
    }
    sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflowX: 'auto', backgroundColor: 'background.paper' }}
  >
    <Col
      source="name"
      label="Person"
      render={(row) => (
        <Link
          data-row={row.id}
          component={RouterLink}
          to={`/convictions/${row.id}/show`}
          state={linkState}
          onClick={(event) => {
            // A plain click opens the record beside the list; a new tab gets its own page.
            if (!event.metaKey && !event.ctrlKey && !event.shiftKey) event.preventDefault();
            else event.stopPropagation();
          }}
          sx={{ color: 'text.primary', fontWeight: 600 }}
        >
          {personName(row.name)}
        </Link>
      )}
    />
    <Col source="caseNumber" label={columns.caseNumber} render={(row) => row.caseNumber || '–'} />
    <Col source="section" label={columns.section} render={(row) => sectionWord(row.section)} />
    <Col source="severity" label={columns.severity} render={(row) => severityWords[row.severity].word} />
    <Col source="date" label={columns.date} render={(row) => <DateText value={row.date} />} />
    <Col
      source="reason"
      label={columns.reason}
      render={(row) => (
        <Box sx={{ minWidth: 280, py: 0.25 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            <StandingChips of={row} />
            <FlagChips flags={row.flags} />
          </Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mt: 0.25 }}>{row.reason}</Box>
          {row.returned ? (
            <Box sx={{ fontSize: '0.8125rem', mt: 0.5 }}>
              <ReturnedBy returned={[{ ...row.returned, count: 1 }]} count={1} />
            </Box>
          ) : null}
        </Box>
      )}
    />
    <Col source="state" label={columns.state} render={(row) => <StatusChip {...stageOf(row)} />} />
    <Col
      source="decision"
      label={columns.decision}
      disableSort
      render={(row) => (row.decision ? decisionWords[row.decision].word : '–')}
    />
    <Col source="recommendedBy" label={columns.recommendedBy} disableSort render={(row) => row.recommendedBy ?? '–'} />
    <Col source="court" label={columns.court} />
    <Col source="offense" label={columns.offense} disableSort />
    <Col source="since" label={columns.since} render={(row) => <Age at={row.since} />} />
  </DataTable>
);
