import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface TechnicalDetailsProps {
  /** True where they must be seen without a click, on paper. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** The one place for ids, checksums and codes: folded away until somebody asks. */
export const TechnicalDetails = ({ open = false, children }: TechnicalDetailsProps) => (
  <Box
    component="details"
    open={open}
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
