import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What belongs here: "No imports yet". */
  readonly title: string;
  /** How it comes about. */
  readonly children: ReactNode;
  /** The one next step, as a button or link. */
  readonly action?: ReactNode;
}

/** What a page says that has nothing to show: it teaches instead of shrugging. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <Box
    sx={{
      border: '1px dashed',
      borderColor: 'divider',
      borderRadius: 1.5,
      px: { xs: 2, sm: 4 },
      py: { xs: 3, sm: 5 },
      maxWidth: 720,
    }}
  >
    <Typography variant="h2">{title}</Typography>
    <Typography component="div" sx={{ color: 'text.secondary', mt: 1, maxWidth: '60ch' }}>
      {children}
    </Typography>
    {action ? <Box sx={{ mt: 2.5 }}>{action}</Box> : null}
  </Box>
);
