import type { MoveRow } from '@clearance/contract';
import Box from '@mui/material/Box';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { outcomeWords } from '../../ui/words.ts';

/** From which outcome to which; where both are the same, what of it is another one. */
export const MoveChips = ({ move: { from, to } }: { readonly move: Pick<MoveRow, 'from' | 'to'> }) => (
  <Box sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
    <StatusChip {...outcomeWords[from.outcome]} />
    {from.agency ? <span>{from.agency}</span> : null}
    <span aria-hidden>→</span>
    <span className="unseen">becomes</span>
    <StatusChip {...outcomeWords[to.outcome]} />
    {to.agency ? <span>{to.agency}</span> : null}
    {from.outcome === to.outcome && from.agency === to.agency ? <span>by another order</span> : null}
  </Box>
);
