import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionFilter, Stats } from '@clearance/contract';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { queueLink } from './address.ts';
import { sameFilter, waitingForReview } from './filter.ts';

/** Why the queue is empty: no file yet, everything reviewed, or a filter that nothing matches. */
export const NothingHere = ({ filter }: { readonly filter: ConvictionFilter }) => {
  const canImport = useCan('create import');
  const stats = useApi<Stats>(useCan('read stats') ? '/stats' : undefined, { fresh: 30_000 }).data;
  if (stats?.convictions === 0) {
    return (
      <EmptyState
        title="No convictions yet"
        action={
          canImport ? (
            <Button variant="contained" component={RouterLink} to="/imports">
              Import a file
            </Button>
          ) : undefined
        }
      >
        Convictions come from the state’s criminal-history file. Once a county administrator has imported it and
        published a policy, every conviction that the policy speaks about waits here, in groups of the same reason.
      </EmptyState>
    );
  }
  if (sameFilter(filter, waitingForReview)) {
    return (
      <EmptyState
        title="Everything is reviewed"
        action={
          <Button component={RouterLink} to={queueLink({}, 'groups')}>
            See all convictions
          </Button>
        }
      >
        Nothing waits for a reviewer. New convictions come with the next import; what an approver returns shows up here
        as well.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing matches these filters"
      action={
        <Button component={RouterLink} to="/convictions">
          Back to what waits for review
        </Button>
      }
    >
      Take a filter away by its cross, or start again from what waits for review. Nothing was changed.
    </EmptyState>
  );
};
