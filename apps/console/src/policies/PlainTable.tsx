import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { stacked } from '../audit-events/list/stacked.ts';

/** A titled table that is short enough to need no pages. */
export const PlainTable = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box component="section" className="no-print" aria-label={title} sx={{ mt: 4, maxWidth: 920 }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      {title}
    </Typography>
    <Paper variant="outlined" sx={stacked}>
      <Table size="small">{children}</Table>
    </Paper>
  </Box>
);
