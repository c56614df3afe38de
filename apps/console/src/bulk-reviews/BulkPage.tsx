import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { filterText } from '../convictions/filter.ts';
import { useRights } from '../record/use-rights.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { readBulkIntent } from './bulk-address.ts';
import { BulkForm } from './BulkForm.tsx';

/** Deciding a whole set: what it is, what it is made of, a sample; then one sentence and one button. */
export const BulkPage = () => {
  const rights = useRights();
  const intent = readBulkIntent(useLocation().search);
  const allowed = intent && (intent.verb === 'recommend' ? rights.recommend : rights.approve);
  if (!intent || !allowed) {
    return (
      <>
        <PageHeader title="Decide a whole set" />
        <EmptyState
          title={intent ? 'Your roles do not allow this' : 'Choose a set first'}
          action={
            <Button component={RouterLink} to="/convictions">
              To the queue
            </Button>
          }
        >
          {intent
            ? 'Recommending is for reviewers, approving for approvers. An administrator of your county gives roles.'
            : 'A whole set is decided from the queue: choose a group there, or narrow the list by its filters, and then recommend for all of it.'}
        </EmptyState>
      </>
    );
  }
  const recommends = intent.verb === 'recommend';
  return (
    <>
      <PageHeader
        title={recommends ? 'Recommend for a whole set' : 'Approve a whole set'}
        explanation={
          recommends
            ? 'Look at what the set is made of before you recommend. The server counts again when you press the button, and stops if the set moved.'
            : 'You are the second person. Look at what the set is made of and at the sample; what you approve cannot be recommended otherwise.'
        }
        above={
          <Link component={RouterLink} to={recommends ? '/convictions' : '/approvals'}>
            ← {recommends ? 'Queue' : 'Approvals'}
          </Link>
        }
        actions={
          <Button variant="text" onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <BulkForm key={`${intent.verb} ${filterText(intent.filter)}`} intent={intent} />
    </>
  );
};
