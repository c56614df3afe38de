import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface FactProps {
  readonly label: string;
  /** A sentence: it has a line of its own. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A word and its value, for lists of facts. */
export const Fact = ({ label, wide, children }: FactProps) => (
  <Box sx={{ minWidth: 0, ...(wide ? { gridColumn: '1 / -1' } : {}) }}>
    <Box component="dt" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
      {label}
    </Box>
    <Box component="dd" className="figures" sx={{ m: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  </Box>
);

/** Facts below each other where there is little room beside, next to each other where there is. */
export const Facts = ({ children, columns }: { readonly children: ReactNode; readonly columns?: boolean }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gap: '10px 20px',
      gridTemplateColumns: columns ? 'repeat(auto-fill, minmax(150px, 1fr))' : '1fr',
    }}
  >
    {children}
  </Box>
);
