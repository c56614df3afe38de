import Box from '@mui/material/Box';
import type { OpenLogReview } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { Ago, Moment } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { EarlierReviews } from './EarlierReviews.tsx';
import { PeriodFigures } from './PeriodFigures.tsx';
import { SignOff } from './SignOff.tsx';

/** What happened since somebody last looked through the log, in figures, and the signature that it was looked at. */
export const LogReviewPage = () => {
  const { data: open, error, refetch } = useApi<OpenLogReview>('/log-reviews/open');
  return (
    <>
      <PageHeader
        title="Weekly review"
        explanation="Once a week somebody looks through what happened here, and signs that it was done. What was signed stays."
      />
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {open ? (
        <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
          <Standing open={open} />
          {open.entries === 0 ? (
            <EmptyState title="Nothing has happened since">
              The next act of anybody here begins the next review.
            </EmptyState>
          ) : (
            <>
              <PeriodFigures open={open} />
              <SignOff open={open} />
            </>
          )}
        </Box>
      ) : error ? null : (
        <SkeletonRows />
      )}
      <EarlierReviews />
    </>
  );
};

const Standing = ({ open: { last, from, dueAt, overdue } }: { readonly open: OpenLogReview }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
    {overdue ? (
      <StatusChip word="Overdue" tone="stop" sign="warning" />
    ) : (
      <StatusChip word="In time" tone="done" sign="check" />
    )}
    <span>
      {last ? (
        <>
          Last signed <Ago at={last.at} /> by {last.by}.{' '}
        </>
      ) : (
        <>
          Nobody has reviewed the log yet; it begins on <Moment at={from} />.{' '}
        </>
      )}
      {overdue ? 'It was due on ' : 'Due by '}
      <Moment at={dueAt} />.
    </span>
  </Box>
);
