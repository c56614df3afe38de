import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useReasons } from '../convictions/use-reasons.ts';
import { needsSample } from '@clearance/contract';
import { counted, number } from '../ui/format.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { ApprovePanel } from './ApprovePanel.tsx';
import type { BulkIntent } from './bulk-address.ts';
import { Composition } from './Composition.tsx';
import { Exceptions } from './Exceptions.tsx';
import { FilterWords } from './FilterWords.tsx';
import { RecommendPanel } from './RecommendPanel.tsx';
import { ReturnPanel } from './ReturnPanel.tsx';
import { Sample } from './Sample.tsx';
import { SetMoved } from './SetMoved.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';
import { useFrozenSet } from './use-frozen-set.ts';
import { partsOf } from './policy-parts.ts';
import { Said } from './Said.tsx';
import { SampleSection } from './sample/SampleSection.tsx';
import { Stopped } from './sample/Stopped.tsx';
import { useSample } from './sample/use-sample.ts';

const nobody: ReadonlySet<string> = new Set();

/** The set on the left, the decision on the right. */
export const BulkForm = ({ intent }: { readonly intent: BulkIntent }) => {
  const reasons = useReasons(intent.filter);
  const { set, newer, error, lookAgain } = useFrozenSet(intent.filter);
  const [looked, setLooked] = useState(nobody);
  const approves = intent.verb === 'approve' || intent.verb === 'return';
  const [opened, setOpened] = useState<string>();
  const [returning, setReturning] = useState(intent.verb === 'return');
  const sampled = approves && set !== undefined && needsSample(set);
  const work = useSample(intent.filter, set, sampled);
  const { sample, refusal } = work;
  if (error) return <Problem error={error} />;
  if (!set) return <SkeletonRows rows={8} height={48} />;
  if (set.count === 0) {
    return (
      <EmptyState
        title="Nothing matches any more"
        action={
          <Button component={RouterLink} to={approves ? '/approvals' : '/convictions'}>
            {approves ? 'To the approvals' : 'To the queue'}
          </Button>
        }
      >
        {approves
          ? 'Somebody decided these meanwhile, or they went back to review.'
          : intent.verb === 'withdraw'
            ? 'Somebody decided these meanwhile, or nothing of yours stands there.'
            : 'Somebody recommended these meanwhile, or they were evaluated anew.'}{' '}
        Nothing was done.
      </EmptyState>
    );
  }
  const again = () => {
    setLooked(nobody);
    setOpened(undefined);
    void lookAgain();
  };
  const ways = { parts: partsOf(set, intent.filter), count: set.count, onReturn: () => setReturning(true) };
  const section = sampled && sample ? { sample, work, opened, onOpen: setOpened, ways } : undefined;
  if (section && opened) return <SampleSection {...section} />;
  const panel = { intent, set, stale: newer !== undefined, onLookAgain: again };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
        <Box>
          <Typography className="figures" sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.2 }}>
            {counted(set.count, 'conviction')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            of {counted(set.people, 'person', 'people')}
            {set.groups === 1 ? ', one group: the same reason and the same flags' : `, ${number(set.groups)} groups`}
          </Typography>
          <FilterWords filter={intent.filter} reasons={reasons} />
        </Box>
        <div>
          {sample?.state === 'stopped' ? (
            <Stopped sample={sample} newer={newer} onGoOn={again} />
          ) : newer ? (
            <SetMoved expected={set.count} actual={newer.count} moved={refusal?.moved} onLookAgain={again} />
          ) : null}
          <Exceptions intent={intent} set={set} />
          {approves && set.said.length > 0 ? <Said set={set} /> : null}
          <Composition set={set} />
        </div>
        {sampled ? (
          section ? (
            <SampleSection {...section} />
          ) : refusal ? (
            newer ? null : (
              <Problem error={refusal} />
            )
          ) : set.mine > 0 ? null : (
            <SkeletonRows rows={6} height={48} />
          )
        ) : (
          <Sample
            rows={set.sample}
            looked={looked}
            onLook={(id) => setLooked((before) => new Set([...before, id]))}
            says={
              set.count === 1
                ? 'Open it to see whether it is what you think.'
                : 'Picked by the server without regard to what is in them. Open some to see whether they are what you think.'
            }
          />
        )}
      </Box>
      <Box
        component="section"
        aria-label="Decide"
        className="no-print"
        sx={{
          position: { lg: 'sticky' },
          top: 16,
          p: 2.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.paper',
        }}
      >
        {approves ? (
          <>
            <ApprovePanel {...panel} sample={sample} sampled={sampled} />
            <ReturnPanel {...panel} open={returning} onOpen={() => setReturning(true)} />
          </>
        ) : intent.verb === 'withdraw' ? (
          <WithdrawPanel {...panel} />
        ) : (
          <RecommendPanel {...panel} />
        )}
      </Box>
    </Box>
  );
};
