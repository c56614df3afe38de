import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Buttons in a row, the main one first. */
export const Buttons = ({ children }: { readonly children: ReactNode }) => (
  <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
    {children}
  </Box>
);
