import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

interface PhoneRowProps {
  readonly title: ReactNode;
  /** Beside the title: usually a StatusChip. */
  readonly status?: ReactNode;
  /** Lines under it. */
  readonly children?: ReactNode;
  /** A button under the lines. */
  readonly action?: ReactNode;
  readonly onOpen?: () => void;
}

/** One record of a list on a phone. */
export const PhoneRow = ({ title, status, children, action, onOpen }: PhoneRowProps) => (
  <>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', justifyContent: 'space-between' }}>
      {onOpen ? (
        <ButtonBase
          onClick={onOpen}
          sx={{
            textAlign: 'left',
            fontWeight: 600,
            fontSize: '0.9375rem',
            color: 'primary.main',
            textDecoration: 'underline',
            textUnderlineOffset: 2,
          }}
        >
          {title}
        </ButtonBase>
      ) : (
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 }}>{title}</Box>
      )}
      {status}
    </Box>
    <Box sx={{ fontSize: '0.875rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>{children}</Box>
    {action ? <Box sx={{ mt: 0.5 }}>{action}</Box> : null}
  </>
);
