import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { EvaluationRow, PolicyRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWorkOn } from '../../providers/events.ts';
import { useCan } from '../../providers/me.ts';
import { counted } from '../../ui/format.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** A policy was published: how far the evaluation of everybody under it is. */
export const Published = ({ policy }: { readonly policy: PolicyRow }) => {
  const maySeeQueue = useCan('read conviction');
  const { data } = useGetList<EvaluationRow>(
    'evaluations',
    { pagination: { page: 1, perPage: 10 }, sort: { field: 'createdAt', order: 'DESC' }, filter: {} },
    { retry: false, refetchInterval: ({ state }) => (isOver(state.data?.data, policy.version) ? false : 2_000) },
  );
  const evaluation = data?.find(({ policyVersion }) => policyVersion === policy.version);
  const work = useWorkOn(evaluation?.id);
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
          ) : evaluation?.state === 'failed' ? (
            <Typography sx={{ fontWeight: 600 }}>
              The evaluation stopped{work?.problem ? `: ${work.problem}` : '.'} What was evaluated is kept; it can go on
              from the list of jobs.
            </Typography>
          ) : (
            <Typography>Everybody is being evaluated under it. You can leave this page; the work goes on.</Typography>
          )}
        </Box>
        {evaluation?.state === 'running' ? (
          <Progress
            label="Evaluating everybody"
            done={work?.done ?? 0}
            total={work?.total ?? evaluation.people}
            unit={work?.unit ?? 'people'}
          />
        ) : null}
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
  rows?.find(({ policyVersion }) => policyVersion === version)?.state === 'done';
