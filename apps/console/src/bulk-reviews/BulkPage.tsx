import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { filterText } from '../convictions/filter.ts';
import { useRights } from '../record/use-rights.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { readBulkIntent } from './bulk-address.ts';
import { bulkHeads } from './bulk-heads.ts';
import { BulkForm } from './BulkForm.tsx';

/** Deciding a whole set: what it is, what it is made of, a sample; then one sentence and one button. */
export const BulkPage = () => {
  const rights = useRights();
  const intent = readBulkIntent(useLocation().search);
  const allowed =
    intent && (intent.verb === 'recommend' || intent.verb === 'withdraw' ? rights.recommend : rights.approve);
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
  const { title, explanation, back } = bulkHeads[intent.verb];
  return (
    <>
      <PageHeader
        title={title}
        explanation={explanation}
        above={
          <Link component={RouterLink} to={back.to}>
            {back.label}
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
