import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The one place for ids, checksums and codes: folded away until somebody asks. */
export const TechnicalDetails = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="details"
    sx={{
      fontSize: '0.8125rem',
      color: 'text.secondary',
      overflowWrap: 'anywhere',
      '& summary': { cursor: 'pointer', width: 'fit-content' },
    }}
  >
    <summary>Technical details</summary>
    <Box sx={{ pt: 0.5, fontVariantNumeric: 'tabular-nums' }}>{children}</Box>
  </Box>
);
