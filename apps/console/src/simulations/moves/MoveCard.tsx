import type { MoveRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import { personName } from '../../record/person-words.ts';
import { DateText } from '../../ui/DateText.tsx';
import { severityWords } from '../../ui/words.ts';
import { MoveChips } from './MoveChips.tsx';
import { MoveLink } from './MoveLink.tsx';

/** A changed conviction on a phone. */
export const MoveCard = ({ move }: { readonly move: MoveRow }) => (
  <Box sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
    <MoveLink move={move}>{personName(move.personName)}</MoveLink>
    <Box sx={{ color: 'text.secondary' }}>
      {move.offense} · {severityWords[move.severity].word} · <DateText value={move.date} /> ·{' '}
      {move.caseNumber || 'no case number'}
    </Box>
    <MoveChips move={move} />
    <Box sx={{ mt: 0.5 }}>{move.ruleTitleAfter || 'After: a fact is missing'}</Box>
  </Box>
);
