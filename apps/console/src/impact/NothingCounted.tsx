import Button from '@mui/material/Button';
import type { ImpactView, Stats } from '@clearance/contract';
import { Link } from 'react-router-dom';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ImpactSkeleton } from './ImpactSkeleton.tsx';

/** Why there are no figures yet, and the one next step. */
export const NothingCounted = ({ view }: { readonly view: ImpactView }) => {
  const stats = useApi<Stats>('/stats', { fresh: 30_000 }).data;
  const publishes = useCan('publish policy');
  const imports = useCan('create import');
  const live = useJob(view.workId ?? undefined);
  if (view.state === 'running') {
    return (
      <EmptyState title="The figures are being counted">
        Everybody in the newest file is looked at under the published policy. You can leave this page; the count goes
        on.
        <JobState work={live} label="Counting the figures" />
      </EmptyState>
    );
  }
  if (!stats) return <ImpactSkeleton />;
  if (!stats.policy) {
    return (
      <EmptyState
        title="No policy is published yet"
        action={publishes ? <NextStep to="/policies" says="Choose a policy" /> : undefined}
      >
        The figures say what the published policy does to the county. They are counted by themselves as soon as there is
        one{publishes ? '.' : '; an administrator of your county publishes it.'}
      </EmptyState>
    );
  }
  if (stats.convictions === 0) {
    return (
      <EmptyState
        title="No file is imported yet"
        action={imports ? <NextStep to="/imports" says="Import a file" /> : undefined}
      >
        The figures are counted from the criminal histories that the state sends, by themselves after each import
        {imports ? '.' : '; an administrator of your county imports the file.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is counted yet">
      The figures are counted by themselves after an evaluation. Until then there is nothing to show.
    </EmptyState>
  );
};

const NextStep = ({ to, says }: { readonly to: string; readonly says: string }) => (
  <Button component={Link} to={to} variant="contained">
    {says}
  </Button>
);
