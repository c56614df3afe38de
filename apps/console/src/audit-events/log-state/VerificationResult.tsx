import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditVerification } from '@clearance/contract';
import { useEffect, useRef } from 'react';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { verificationInWords } from './verification-words.ts';

/** What the check found, what that proves and what not. Takes the focus, so that it is read out. */
export const VerificationResult = ({ result }: { readonly result: AuditVerification }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [result]);
  const { title, proves, not } = verificationInWords(result);
  return (
    <Box
      ref={box}
      tabIndex={-1}
      role="status"
      sx={{ borderTop: 1, borderColor: 'divider', mt: 1.5, pt: 1.5, '&:focus': { outline: 'none' } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
        {result.ok ? (
          <StatusChip word="Verified" tone="done" sign="check" />
        ) : (
          <StatusChip word="Does not fit" tone="stop" sign="warning" />
        )}
        <Typography variant="h3">{title}</Typography>
      </Box>
      <Typography sx={{ maxWidth: '80ch' }}>{proves}</Typography>
      <Typography sx={{ maxWidth: '80ch', color: 'text.secondary', mb: 0.5 }}>{not}</Typography>
      <TechnicalDetails>
        Checked {result.size} entries; root {result.root}
      </TechnicalDetails>
    </Box>
  );
};
