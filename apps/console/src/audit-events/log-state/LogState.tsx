import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { AuditLogState } from '@clearance/contract';
import { useState } from 'react';
import { useCan } from '../../providers/me.ts';
import { useApi } from '../../providers/use-api.ts';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { Checking } from './Checking.tsx';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { LogFacts } from './LogFacts.tsx';
import { useCheck } from './use-check.ts';
import { VerificationResult } from './VerificationResult.tsx';

/** How often it is asked how far a check is. */
const LOOK_MS = 700;

/** How the log stands: what is signed, what was checked, where checkpoints are sent; and the check of every entry. */
export const LogState = () => {
  const { busy, check, refusal, result, stop } = useCheck();
  const { data: state, error, refetch } = useApi<AuditLogState>('/audit-log', { every: busy ? LOOK_MS : undefined });
  const settles = useCan('change audit_delivery');
  const [settling, setSettling] = useState(false);
  if (error) return <Problem error={error} again={() => void refetch()} />;
  return (
    <Paper variant="outlined" component="section" aria-label="State of the log" sx={{ p: 2, mb: 2 }}>
      {state ? <LogFacts state={state} /> : <SkeletonRows rows={4} />}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        <Button variant="contained" loading={busy} onClick={check}>
          Verify now
        </Button>
        {settles && state ? <Button onClick={() => setSettling(true)}>Where checkpoints are sent</Button> : null}
      </Box>
      {busy && state ? <Checking state={state} onStop={stop} /> : null}
      {refusal ? <Problem error={refusal} /> : null}
      {result && !busy ? <VerificationResult result={result} /> : null}
      {settling && state ? <DeliveryDialog state={state} onClose={() => setSettling(false)} /> : null}
    </Paper>
  );
};
