import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ConvictionSet, SaidOfSet } from '@clearance/contract';
import { PolicyChip } from '../convictions/PolicyChip.tsx';
import { counted, number } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { decisionWords } from '../ui/words.ts';

/** So many stand there before one asks for the others. */
const few = 5;

/** What the reviewers wrote with what they recommended, each text once, with how often and whether it follows the policy. */
export const Said = ({ set: { said, saidInAll } }: { readonly set: ConvictionSet }) => {
  const [all, setAll] = useState(false);
  const shown = all ? said : said.slice(0, few);
  return (
    <Box component="section" aria-label="What the reviewers wrote" sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        What the reviewers wrote
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {shown.map((one) => (
          <One key={`${one.decision} ${one.outcome} ${one.note}`} one={one} />
        ))}
      </Box>
      {said.length > shown.length ? (
        <Button size="small" variant="text" className="no-print" onClick={() => setAll(true)}>
          Show all {number(said.length)}
        </Button>
      ) : null}
      {all && saidInAll > said.length ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {number(saidInAll - said.length)} more, each of them seldom, stand on the records.
        </Typography>
      ) : null}
    </Box>
  );
};

const One = ({ one: { note, decision, outcome, count } }: { readonly one: SaidOfSet }) => (
  <Box component="li" sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem' }}>
    <Box sx={{ overflowWrap: 'anywhere', maxWidth: '80ch', color: note ? 'text.primary' : 'text.secondary' }}>
      {note ? `“${note}”` : 'Without a note'}
    </Box>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', mt: 0.25 }}>
      <Box component="strong" className="figures">
        {counted(count, 'conviction')}
      </Box>
      <StatusChip {...decisionWords[decision]} word={`${decisionWords[decision].word} recommended`} />
      <PolicyChip decision={decision} outcome={outcome} />
    </Box>
  </Box>
);
