import Button from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import type { ConvictionFilter } from '@clearance/contract';
import { sameFilter, waitingForApproval } from '../convictions/filter.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Why nothing waits for an approver. */
export const NothingToApprove = ({ filter }: { readonly filter: ConvictionFilter }) =>
  sameFilter(filter, waitingForApproval) ? (
    <EmptyState
      title="Nothing waits for approval"
      action={
        <Button component={RouterLink} to="/convictions">
          See the queue
        </Button>
      }
    >
      As soon as a reviewer recommends something, it appears here in groups of the same recommendation and reason. You
      approve or return what others recommended, never what you recommended yourself.
    </EmptyState>
  ) : (
    <EmptyState
      title="Nothing matches these filters"
      action={
        <Button component={RouterLink} to="/approvals">
          Everything that waits for approval
        </Button>
      }
    >
      Take a filter away by its cross, or look at everything that waits. Nothing was changed.
    </EmptyState>
  );
