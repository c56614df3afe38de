import PriorityHigh from '@mui/icons-material/PriorityHigh';
import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';

/** Things that somebody should look at, each with the page where it is mended. */
export const Problems = ({ problems }: { readonly problems: Stats['problems'] }) =>
  problems.length === 0 ? null : (
    <Box
      component="section"
      aria-labelledby="problems-title"
      sx={({ palette }) => ({
        border: `1px solid ${palette.look.tone.act.edge}`,
        backgroundColor: palette.look.tone.act.ground,
        color: palette.look.tone.act.ink,
        borderRadius: 1.5,
        px: 2,
        py: 1.25,
      })}
    >
      <Typography variant="h3" component="h2" id="problems-title">
        Worth a look
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {problems.map(({ says, to }) => (
          <Box component="li" key={says} sx={{ display: 'flex', gap: 1, py: 0.5 }}>
            <PriorityHigh aria-hidden sx={{ fontSize: 18, mt: '2px' }} />
            <Link component={RouterLink} to={to} sx={{ color: 'inherit' }}>
              {says}
            </Link>
          </Box>
        ))}
      </Box>
    </Box>
  );
