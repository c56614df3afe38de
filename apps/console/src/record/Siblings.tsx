import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionRow } from '@clearance/contract';
import { sectionWord } from '../convictions/section-word.ts';
import { DateText } from '../ui/DateText.tsx';
import { number } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { stageOf } from './stage.ts';

/** The person's other convictions in this county, each a link: one decision often follows from another. */
export const Siblings = ({ siblings }: { readonly siblings: readonly ConvictionRow[] }) => {
  const [all, setAll] = useState(false);
  const inScope = siblings.filter(({ outcome }) => outcome !== 'out_of_scope');
  const others = siblings.length - inScope.length;
  return (
    <Box component="section" aria-label="Other convictions">
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        Other convictions in this county
      </Typography>
      {inScope.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {siblings.length === 0 ? 'None.' : 'None that the policy speaks about.'}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(all ? siblings : inScope).map((row) => (
          <Sibling key={row.id} row={row} />
        ))}
      </Box>
      {others > 0 && !all ? (
        <Button className="no-print" size="small" variant="text" onClick={() => setAll(true)} sx={{ mt: 0.5 }}>
          Show {number(others)} out of scope
        </Button>
      ) : null}
    </Box>
  );
};

const Sibling = ({ row }: { readonly row: ConvictionRow }) => (
  <Box component="li" sx={{ py: 0.75, fontSize: '0.875rem', borderBottom: 1, borderColor: 'divider' }}>
    <Link component={RouterLink} to={`/convictions/${row.id}/show`} sx={{ fontWeight: 600 }}>
      {sectionWord(row.section)}, case {row.caseNumber || 'without number'}
    </Link>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.25 }}>
      <DateText value={row.date} />
      <StatusChip {...stageOf(row)} />
    </Box>
  </Box>
);
