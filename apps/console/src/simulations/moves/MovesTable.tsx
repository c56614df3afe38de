import type { MoveRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import { DataTable } from 'react-admin';
import { personName } from '../../record/person-words.ts';
import { DateText } from '../../ui/DateText.tsx';
import { severityWords } from '../../ui/words.ts';
import { MoveChips } from './MoveChips.tsx';
import { MoveLink } from './MoveLink.tsx';

const Column = DataTable.Col<MoveRow>;

/** The changed convictions as a table: who, what, from where to where, and by which rules. */
export const MovesTable = () => (
  <DataTable<MoveRow> bulkActionButtons={false} rowClick={false}>
    <Column
      source="personName"
      label="Person"
      render={(move) => <MoveLink move={move}>{personName(move.personName)}</MoveLink>}
    />
    <Column source="caseNumber" label="Case" />
    <Column source="section" label="Offense" render={({ offense }) => offense} />
    <Column source="severity" label="Severity" render={({ severity }) => severityWords[severity].word} />
    <Column source="date" label="Convicted" render={({ date }) => <DateText value={date} />} />
    <Column label="Before → after" render={(move) => <MoveChips move={move} />} />
    <Column
      label="Rules"
      render={({ ruleTitleBefore, ruleTitleAfter }) => (
        <Box sx={{ maxWidth: '44ch', fontSize: '0.8125rem' }}>
          <Box sx={{ color: 'text.secondary' }}>Before: {ruleTitleBefore || 'a fact is missing'}</Box>
          <Box>After: {ruleTitleAfter || 'a fact is missing'}</Box>
        </Box>
      )}
    />
  </DataTable>
);
