import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { EvaluationRow, PolicyRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { JobState } from '../../jobs/JobState.tsx';
import { useJob } from '../../jobs/use-job.ts';
import { useCan } from '../../providers/me.ts';
import { counted } from '../../ui/format.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';

const ended: Readonly<Record<Exclude<EvaluationRow['state'], 'running' | 'done'>, string>> = {
  failed: 'The evaluation stopped before everybody was through.',
  cancelled: 'The evaluation was cancelled before everybody was through.',
  overtaken: 'A newer evaluation took the place of this one.',
};

/** A policy was published: how far the evaluation of everybody under it is. */
export const Published = ({ policy }: { readonly policy: PolicyRow }) => {
  const maySeeQueue = useCan('read conviction');
  const { data } = useGetList<EvaluationRow>(
    'evaluations',
    { pagination: { page: 1, perPage: 10 }, sort: { field: 'createdAt', order: 'DESC' }, filter: {} },
    { retry: false, refetchInterval: ({ state }) => (isOver(state.data?.data, policy.version) ? false : 2_000) },
  );
  const evaluation = data?.find(({ policyVersion }) => policyVersion === policy.version);
  const work = useJob(evaluation?.id);
  return (
    <>
      <PageHeader title={`Version ${policy.version} is in force`} explanation={policy.title} />
      <Box sx={{ maxWidth: 620, display: 'grid', gap: 2 }}>
        <Box role="status">
          {evaluation?.state === 'done' ? (
            <Typography sx={{ fontWeight: 600 }}>
              Everybody was evaluated again: {counted(evaluation.convictions, 'conviction')} of{' '}
              {counted(evaluation.people, 'person', 'people')}.
            </Typography>
          ) : evaluation && evaluation.state !== 'running' ? (
            <Typography sx={{ fontWeight: 600 }}>{ended[evaluation.state]}</Typography>
          ) : (
            <Typography>Everybody is being evaluated under it. You can leave this page; the work goes on.</Typography>
          )}
        </Box>
        {evaluation?.state === 'done' ? null : <JobState work={work} label="Evaluating everybody" />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" component={Link} to="/policies">
            Open the policy
          </Button>
          {maySeeQueue ? (
            <Button component={Link} to="/convictions">
              Open the queue
            </Button>
          ) : null}
        </Box>
      </Box>
    </>
  );
};

const isOver = (rows: readonly EvaluationRow[] | undefined, version: number): boolean =>
  (rows?.find(({ policyVersion }) => policyVersion === version)?.state ?? 'running') !== 'running';
