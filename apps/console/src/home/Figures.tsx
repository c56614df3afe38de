import type { Stats } from '@clearance/contract';
import Box from '@mui/material/Box';
import { ApprovalsPerDay } from './ApprovalsPerDay.tsx';
import { Decades } from './Decades.tsx';
import { Funnel } from './Funnel.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Sections } from './Sections.tsx';

/** The pictures of the county, two to a row where there is room. */
export const Figures = ({ stats }: { readonly stats: Stats }) => (
  <Box
    sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
  >
    <Funnel funnel={stats.funnel} />
    <Outcomes outcomes={stats.outcomes} policy={stats.policy} />
    <Sections sections={stats.sections} />
    <Decades decades={stats.decades} />
    <Box sx={{ gridColumn: '1 / -1' }}>
      <ApprovalsPerDay days={stats.approvalsPerDay} />
    </Box>
  </Box>
);
