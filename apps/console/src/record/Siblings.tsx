import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionRow } from '@clearance/contract';
import { DateText } from '../ui/DateText.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { stateWords } from '../ui/words.ts';
import { sectionWord } from '../convictions/section-word.ts';

/** The person's other convictions in this county, each a link: one decision often follows from another. */
export const Siblings = ({ siblings }: { readonly siblings: readonly ConvictionRow[] }) => (
  <Box component="section" aria-label="Other convictions">
    <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
      Other convictions in this county
    </Typography>
    {siblings.length === 0 ? (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        None.
      </Typography>
    ) : null}
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {siblings.map((row) => (
        <Box
          component="li"
          key={row.id}
          sx={{ py: 0.75, fontSize: '0.875rem', borderBottom: 1, borderColor: 'divider' }}
        >
          <Link component={RouterLink} to={`/convictions/${row.id}/show`} sx={{ fontWeight: 600 }}>
            {sectionWord(row.section)}, case {row.caseNumber || 'without number'}
          </Link>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 0.25 }}>
            <DateText value={row.date} />
            <StatusChip {...stateWords[row.state]} />
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
);
