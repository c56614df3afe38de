import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A few lines under a word of their own: missing facts, what would qualify. */
export const Named = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box sx={{ mt: 1.25, fontSize: '0.875rem' }}>
    <Box sx={{ fontWeight: 650 }}>{title}</Box>
    <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
      {children}
    </Box>
  </Box>
);
