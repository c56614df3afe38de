import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { Moment } from '../ui/DateText.tsx';
import { actWords, type Act } from './act-words.ts';

/** Everything that was done to this conviction, newest first: who, when, what, and why where somebody said so. */
export const Acts = ({ acts }: { readonly acts: readonly Act[] }) => (
  <Box component="section" aria-label="What was done">
    <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
      What was done
    </Typography>
    {acts.length === 0 ? <Typography variant="body2">Nothing yet. It waits for the first reviewer.</Typography> : null}
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {[...acts].reverse().map((act) => (
        <Box
          component="li"
          key={`${act.at} ${act.verb}`}
          sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem' }}
        >
          <Box sx={{ fontWeight: 600 }}>{actWords(act)}</Box>
          {act.note ? <Box sx={{ overflowWrap: 'anywhere' }}>“{act.note}”</Box> : null}
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {act.by} · <Moment at={act.at} />
            {act.bulkReviewId ? (
              <>
                {' · '}
                <Link component={RouterLink} to={`/bulk-reviews/${act.bulkReviewId}/show`}>
                  in a bulk review
                </Link>
              </>
            ) : null}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
);
