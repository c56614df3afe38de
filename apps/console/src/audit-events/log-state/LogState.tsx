import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { AuditLogState, AuditVerification } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { useApi } from '../../providers/use-api.ts';
import { Problem } from '../../ui/Problem.tsx';
import { SkeletonRows } from '../../ui/SkeletonRows.tsx';
import { Checking } from './Checking.tsx';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { LogFacts } from './LogFacts.tsx';
import { VerificationResult } from './VerificationResult.tsx';

/** How the log stands: what is signed, what was checked, where checkpoints are sent; and the check of every entry. */
export const LogState = () => {
  const { data: state, error, refetch } = useApi<AuditLogState>('/audit-log');
  const settles = useCan('change audit_delivery');
  const [settling, setSettling] = useState(false);
  const [result, setResult] = useState<AuditVerification>();
  const { act, busy, refusal } = useAct(
    () => api.post<AuditVerification>('/audit-log/verifications', {}),
    (answer) => setResult(answer),
  );
  if (error) return <Problem error={error} again={() => void refetch()} />;
  return (
    <Paper variant="outlined" component="section" aria-label="State of the log" sx={{ p: 2, mb: 2 }}>
      {state ? <LogFacts state={state} /> : <SkeletonRows rows={4} />}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        <Button variant="contained" loading={busy} onClick={() => void act(undefined)}>
          Verify now
        </Button>
        {settles && state ? <Button onClick={() => setSettling(true)}>Where checkpoints are sent</Button> : null}
      </Box>
      {busy && state ? <Checking size={state.size} last={state.lastWholeVerification} /> : null}
      {refusal ? <Problem error={refusal} /> : null}
      {result && !busy ? <VerificationResult result={result} /> : null}
      {settling && state ? <DeliveryDialog state={state} onClose={() => setSettling(false)} /> : null}
    </Paper>
  );
};
