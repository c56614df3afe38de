import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { meaningOf, type BulkReviewRow } from '@clearance/contract';
import { queueLink } from '../convictions/address.ts';
import { useReasons } from '../convictions/use-reasons.ts';
import { CourtListLink } from '../court-lists/CourtListLink.tsx';
import { JobState } from '../jobs/JobState.tsx';
import { useJob } from '../jobs/use-job.ts';
import { api } from '../providers/http.ts';
import type { RefusalError } from '../providers/refusal.ts';
import { Fact, Facts } from '../record/facts.tsx';
import { Moment } from '../ui/DateText.tsx';
import { number } from '../ui/format.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { workWords } from '../ui/words.ts';
import { bulkTitle, decidedOf, finalOf, goesToCourt, leftOf, skippedWords, whatNext } from './bulk-words.ts';
import { TakeBack } from './TakeBack.tsx';
import { WithdrawOwn } from './WithdrawOwn.tsx';
import { FilterWords } from './FilterWords.tsx';

const above = (
  <Link component={RouterLink} to="/bulk-reviews">
    Bulk reviews
  </Link>
);

/** One bulk review: how far it is while it runs, then what became of the set and what comes next. */
export const BulkReviewPage = () => {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery<BulkReviewRow, RefusalError>({
    queryKey: ['api', `/bulk-reviews/${id}`],
    queryFn: ({ signal }) => api.get<BulkReviewRow>(`/bulk-reviews/${id}`, { signal }),
    // The feed brings progress at once; this keeps up should the feed be cut.
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 3000 : false),
  });
  const work = useJob(data && data.state !== 'done' ? id : undefined);
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={5} />;
  const running = data.state === 'running';
  const { takenBack = 0 } = data;
  const released = finalOf(data);
  const done = Math.max(data.done, running ? (work?.done ?? 0) : 0);
  return (
    <>
      <PageHeader
        title={bulkTitle(data)}
        above={above}
        explanation={
          <>
            {data.by}, <Moment at={data.createdAt} />
          </>
        }
        actions={
          <>
            {released > 0 && goesToCourt(data) ? <CourtListLink batch={data.id} /> : null}
            <Button component={RouterLink} to={queueLink({ bulkReviewId: data.id })}>
              Show these convictions
            </Button>
          </>
        }
      />
      <Box sx={{ display: 'grid', gap: 2.5, maxWidth: 820 }}>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <StatusChip {...workWords[data.state]} />
        </Box>
        <JobState work={work} label={bulkTitle(data)} />
        <Facts columns>
          <Fact label="In the set">{number(data.count)}</Fact>
          <Fact label="Decided">{number(decidedOf({ done, skipped: data.skipped }))}</Fact>
          <Fact label="Left as they are">{number(leftOf(data))}</Fact>
          {takenBack > 0 ? <Fact label="Taken back">{number(takenBack)}</Fact> : null}
          {released > 0 ? <Fact label="Final">{number(released)}</Fact> : null}
        </Facts>
        {data.skipped > 0 ? <Typography>{skippedWords(data.skipped)}</Typography> : null}
        <Typography>
          {running ? 'You can leave this page; the work goes on and is in the list of jobs.' : whatNext(data)}
        </Typography>
        <TakeBack row={data} />
        <WithdrawOwn row={data} />
        {data.undoes ? (
          <Link component={RouterLink} to={`/bulk-reviews/${data.undoes}/show`}>
            The approval that this took back
          </Link>
        ) : null}
        {data.sample ? (
          <Typography>{meaningOf(data.sample, data.by)}</Typography>
        ) : data.verb === 'approve' ? (
          <Typography>So few that follow the policy are approved without a sample.</Typography>
        ) : null}
        {data.note ? <Typography>“{data.note}”</Typography> : null}
        <Which row={data} />
      </Box>
    </>
  );
};

const Which = ({ row }: { readonly row: BulkReviewRow }) => (
  <Box component="section" aria-label="Which convictions">
    <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
      The set, as it was chosen
    </Typography>
    <FilterWords filter={row.filter} reasons={useReasons({ bulkReviewId: row.id })} />
  </Box>
);
