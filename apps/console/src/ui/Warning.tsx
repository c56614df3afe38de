import Alert from '@mui/material/Alert';
import type { ReactNode } from 'react';

interface WarningProps {
  readonly severity?: 'warning' | 'error';
  /** Read aloud at once. */
  readonly urgent?: boolean;
  /** The way on, as one button; below the words where there is little room. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** What should give pause, with the way on. */
export const Warning = ({ severity = 'warning', urgent = false, action, children }: WarningProps) => (
  <Alert
    severity={severity}
    variant="outlined"
    role={urgent ? 'alert' : 'note'}
    action={action}
    sx={{
      mb: 1.5,
      flexWrap: 'wrap',
      '& .MuiAlert-message': { flex: '1 1 200px' },
      '& .MuiAlert-action': { p: 0, pl: { sm: 1 }, mr: 0, ml: 'auto' },
    }}
  >
    {children}
  </Alert>
);
