import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { CourtListMatching, CourtListRow } from '@clearance/contract';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useWork } from '../providers/events.ts';
import { useAfterDownload } from '../providers/use-after-download.ts';
import { useApi } from '../providers/use-api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { AskCourtList } from './AskCourtList.tsx';
import { CourtList } from './CourtList.tsx';

/** What was released, as lists for the court or the state: asked for here, written, and given out. */
export const CourtListsPage = () => {
  const [address, setAddress] = useSearchParams();
  const batch = address.get('batch') ?? undefined;
  const [asking, setAsking] = useState(batch !== undefined);
  const { data, error, refetch } = useApi<CourtListRow[]>('/court-lists');
  const afterDownload = useAfterDownload(refetch);
  const { data: released, refetch: countAgain } = useApi<CourtListMatching>('/court-lists/matching');
  const none = released?.count === 0;
  const stand = useWork()
    .filter(({ kind }) => kind === 'court_list' || kind === 'release')
    .map(({ id, state }) => `${id} ${state}`)
    .join(' ');
  useEffect(() => {
    if (stand === '') return;
    void refetch();
    void countAgain();
  }, [stand, refetch, countAgain]);
  const close = () => {
    setAsking(false);
    setAddress({}, { replace: true });
    void refetch();
  };
  const make = (
    <Button variant="contained" disabled={!released || none} onClick={() => setAsking(true)}>
      Make a list
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Lists for the court"
        explanation="What was released, with what the court or the state needs to act: the person, the case, the offense, the relief, and when it was approved and released. A list is criminal history: to whom it goes and what for is asked, and each download is recorded."
        actions={data && data.length > 0 ? make : undefined}
      />
      {none ? (
        <Typography role="status" sx={{ mb: 2 }}>
          Nothing is released at this moment, so there is nothing to list. An approval is released when the time to take
          it back is over; its page says when that is.
        </Typography>
      ) : null}
      {error ? <Problem error={error} again={() => void refetch()} /> : null}
      {data || error ? null : <SkeletonRows />}
      {data?.length === 0 ? (
        <EmptyState title="No lists yet" action={make}>
          When the time to take an approval back is over, the conviction is released. A list holds what was released by
          one bulk approval, on some days, or so far. Whoever gets it is named first.
        </EmptyState>
      ) : null}
      {data && data.length > 0 ? (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 920 }}>
          {data.map((list) => (
            <CourtList key={list.id} list={list} onDownload={afterDownload} />
          ))}
        </Paper>
      ) : null}
      {asking && data && released && !none ? (
        <AskCourtList again={data.length > 0} batch={batch} onClose={close} />
      ) : null}
    </>
  );
};
