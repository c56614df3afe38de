import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { LineText } from '../show/LineText.tsx';
import { Buttons } from './Buttons.tsx';
import type { Trouble } from './trouble.ts';

interface StoppedUploadProps {
  readonly trouble: Trouble;
  /** What can be done now. */
  readonly children: ReactNode;
}

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <Box component="dt" sx={{ color: 'text.secondary' }}>
      {label}
    </Box>
    <Box component="dd" sx={{ m: 0 }}>
      {children}
    </Box>
  </>
);

/** Why the file was not imported: what happened, what was kept, what to do. Takes the focus, so that it is read out. */
export const StoppedUpload = ({ trouble, children }: StoppedUploadProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [trouble]);
  return (
    <Box ref={box} role="alert" tabIndex={-1}>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: '10em 1fr' },
          gap: '4px 16px',
          m: 0,
          mb: 1.5,
          borderLeft: '4px solid',
          borderColor: 'error.main',
          pl: 2,
          '& dd': { mb: { xs: 1, sm: 0 } },
        }}
      >
        <Line label="What happened">
          <strong>{trouble.what}</strong>
          {trouble.blocked ? (
            <>
              {' '}
              <Link component={RouterLink} to={trouble.blocked.to}>
                {trouble.blocked.says}
              </Link>
            </>
          ) : null}
        </Line>
        {trouble.shown ? (
          <Line label={`Line ${trouble.shown.line} of the file`}>
            <LineText text={trouble.shown.text} />
          </Line>
        ) : null}
        <Line label="What was kept">{trouble.kept}</Line>
        <Line label="What to do">{trouble.todo}</Line>
      </Box>
      <Buttons>{children}</Buttons>
      {trouble.requestId ? (
        <Box sx={{ mt: 1.5 }}>
          <TechnicalDetails>Request {trouble.requestId}</TechnicalDetails>
        </Box>
      ) : null}
    </Box>
  );
};
