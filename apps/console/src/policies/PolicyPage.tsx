import Button from '@mui/material/Button';
import type { PolicyRow } from '@clearance/contract';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useCan } from '../providers/me.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { Evaluations } from './Evaluations.tsx';
import { PolicyView } from './PolicyView.tsx';
import { StoppedEvaluation } from './StoppedEvaluation.tsx';
import { Versions } from './Versions.tsx';
import { PrintButton } from '../audit-events/print/PrintButton.tsx';
import { Drafts } from '../policy-studio/drafts/Drafts.tsx';
import { NewDraftButton } from '../policy-studio/drafts/NewDraftButton.tsx';
import { LatestSimulations } from '../simulations/LatestSimulations.tsx';

/** The policy in force, as sentences; below it what it was before and when everybody was evaluated. */
export const PolicyPage = () => {
  const mayPublish = useCan('publish policy');
  const mayDraft = useCan('draft policy');
  const { data, error, isPending, refetch } = useGetList<PolicyRow>(
    'policies',
    { pagination: { page: 1, perPage: 200 }, sort: { field: 'version', order: 'DESC' }, filter: {} },
    { retry: false },
  );
  const published = data?.find(({ status }) => status === 'published');
  const choose = (
    <Button {...(published ? {} : { variant: 'contained' })} component={RouterLink} to="/policies/create">
      {published ? 'Choose a ready-made policy' : 'Choose a policy'}
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Policy"
        explanation="The rules by which convictions of this county qualify, each with the law it rests on."
        actions={
          published ? (
            <>
              <PrintButton />
              {mayPublish ? choose : null}
              {mayDraft ? <NewDraftButton from={`policy:${published.id}`} main /> : null}
            </>
          ) : undefined
        }
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={6} height={56} /> : null}
      {published ? <StoppedEvaluation /> : null}
      {published ? <PolicyView policy={published} /> : null}
      {data && !published ? (
        <EmptyState title="No policy yet" action={mayPublish ? choose : undefined}>
          A policy says which convictions are dismissed, reduced, referred or left, in rules with citations. It is
          chosen from those of other counties and of the law itself. Until one is published, nothing is evaluated and
          the queue stays empty. {mayPublish ? null : 'An administrator of the county publishes it.'}
        </EmptyState>
      ) : null}
      {data ? (
        <>
          {mayDraft ? <Drafts /> : null}
          <Versions versions={data} />
          <LatestSimulations />
          <Evaluations versions={data} />
        </>
      ) : null}
    </>
  );
};
