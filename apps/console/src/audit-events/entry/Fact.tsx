import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A line of a list of facts: what it is, and what it was. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <Box component="dt" sx={{ color: 'text.secondary' }}>
      {label}
    </Box>
    <Box component="dd" className="figures" sx={{ m: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  </>
);

/** A list of facts in two columns, one under the other on phones. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="dl"
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '13em minmax(0, 1fr)' },
      columnGap: 2,
      rowGap: { xs: 0, sm: 1 },
      m: 0,
      '& dd': { mb: { xs: 1, sm: 0 } },
    }}
  >
    {children}
  </Box>
);
