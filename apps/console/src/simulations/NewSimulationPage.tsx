import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { SimulationAnswer } from '@clearance/contract';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom';
import { NotForYou } from '../layout/NotForYou.tsx';
import { usePolicyChoices } from '../policy-studio/policy-choices.ts';
import { PolicySelect } from '../policy-studio/PolicySelect.tsx';
import { useCurrentPolicy } from '../policy-studio/use-current-policy.ts';
import { api } from '../providers/http.ts';
import { useCan } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

/** Which policy is tried, and as of when. */
export const NewSimulationPage = () => {
  const navigate = useNavigate();
  const allowed = useCan('draft policy');
  const [query] = useSearchParams();
  const choices = usePolicyChoices();
  const current = useCurrentPolicy();
  const [candidate, setCandidate] = useState(query.get('candidate') ?? '');
  const [asOf, setAsOf] = useState('');
  const { act, busy, refusal } = useAct(
    () => api.post<SimulationAnswer>('/simulations', { candidate, ...(asOf ? { asOf } : {}) }),
    ({ id }) => void navigate(`/simulations/${id}/show`, { replace: true }),
  );
  if (!allowed) return <NotForYou />;
  return (
    <>
      <PageHeader
        title="Simulate a policy"
        above={
          <Link component={RouterLink} to="/policies">
            Policy
          </Link>
        }
        explanation="Tries a policy on everybody and shows which convictions would end up elsewhere. Nobody is judged by it, and nothing in the queue moves."
      />
      {choices ? (
        <Box
          component="form"
          sx={{ display: 'grid', gap: 2, maxWidth: 620 }}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && candidate) void act(undefined);
          }}
        >
          <ErrorSummary refusal={refusal} fieldIds={{ asOf: 'simulation-as-of' }} />
          <PolicySelect
            label="Policy to try"
            choices={choices.filter(({ ref }) => ref !== `policy:${current?.id ?? ''}`)}
            value={candidate}
            onChange={setCandidate}
            wholeOnly
          />
          <TextField
            id="simulation-as-of"
            label="As of"
            type="date"
            margin="none"
            value={asOf}
            onChange={({ target }) => setAsOf(target.value)}
            helperText="The day on which ages and years are counted. Left empty: today."
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Typography sx={{ color: 'text.secondary' }}>
            {current ? `It is compared with version ${current.version}, ${current.title}, which is in force.` : ''}
          </Typography>
          <Box>
            <Button type="submit" variant="contained" loading={busy} disabled={candidate === ''}>
              Simulate
            </Button>
          </Box>
        </Box>
      ) : (
        <SkeletonRows rows={3} height={56} />
      )}
    </>
  );
};
