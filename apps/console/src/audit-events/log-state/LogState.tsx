import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { AuditHead, AuditVerification } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { useApi } from '../../providers/use-api.ts';
import { counted } from '../../ui/format.ts';
import { Problem } from '../../ui/Problem.tsx';
import { TechnicalDetails } from '../../ui/TechnicalDetails.tsx';
import { VerificationResult } from './VerificationResult.tsx';

/** How long the log is, and the check of every entry of it. */
export const LogState = () => {
  const { data: head } = useApi<AuditHead>('/audit-log/head');
  const [result, setResult] = useState<AuditVerification>();
  const { act, busy, refusal } = useAct(
    () => api.post<AuditVerification>('/audit-log/verifications', {}),
    (answer) => setResult(answer),
  );
  return (
    <Paper variant="outlined" component="section" aria-label="State of the log" sx={{ p: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Box className="figures">
            {head ? (
              <>
                The log holds <strong>{counted(head.size, 'entry', 'entries')}</strong>. The check reads every one again
                and compares it with the log’s root.
              </>
            ) : (
              'Reading the state of the log.'
            )}
          </Box>
          {head ? <TechnicalDetails>Root of the log: {head.root}</TechnicalDetails> : null}
        </Box>
        <Button className="no-print" loading={busy} onClick={() => void act(undefined)}>
          Verify every entry
        </Button>
      </Box>
      {refusal ? <Problem error={refusal} /> : null}
      {result && !busy ? <VerificationResult result={result} /> : null}
    </Paper>
  );
};
