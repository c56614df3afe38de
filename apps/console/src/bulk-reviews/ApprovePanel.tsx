import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { meaningOf, type ConvictionSet, type CountySettings, type Decision, type Sample } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { number } from '../ui/format.ts';
import type { BulkIntent } from './bulk-address.ts';
import { BulkRefusal } from './BulkRefusal.tsx';
import { finality } from '../settings/setting-words.ts';
import { approveConsequence, approveVerb, intends, onlyDecision } from './bulk-words.ts';
import { useBulkAct } from './use-bulk-act.ts';
import { Warning } from '../ui/Warning.tsx';

interface ApprovePanelProps {
  readonly intent: BulkIntent;
  readonly set: ConvictionSet;
  readonly stale: boolean;
  /** Whether the set is so large that a sample has to be looked at first. */
  readonly sampled: boolean;
  /** Not there yet while it is drawn. */
  readonly sample: Sample | undefined;
  readonly onLookAgain: () => void;
}

/** The second signature under a whole set: only after a look at the sample, and with the count typed. */
export const ApprovePanel = ({ intent, set, stale, sampled, sample, onLookAgain }: ApprovePanelProps) => {
  const [typed, setTyped] = useState('');
  const { act, busy, refusal, forget } = useBulkAct(set.digest);
  const noteId = useId();
  const { data: settings } = useApi<CountySettings>('/settings');
  const again = () => {
    forget();
    onLookAgain();
  };
  const decision = onlyDecision(set);
  const unseen = sampled && sample?.state !== 'finished';
  const blocked = stale || set.mine > 0 || unseen;
  if (sample?.state === 'stopped') {
    return (
      <Typography variant="body2">
        You found something wrong, so this set cannot be approved. What is like it goes back to the reviewers; look
        again at the rest.
      </Typography>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { filter } = intent;
        void act({ verb: 'approve', filter, expectedCount: set.count, digest: set.digest });
      }}
    >
      {stale ? null : (
        <BulkRefusal refusal={refusal} intent={intent} count={set.count} onLookAgain={again} noteId={noteId} />
      )}
      <Typography sx={{ mb: 1.5, fontWeight: 550 }}>{approveConsequence(decision, set.count)}</Typography>
      {set.mine > 0 ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          Nobody signs twice: you recommended {number(set.mine)} of these yourself. Take the others, or leave the set to
          somebody else.
        </Typography>
      ) : unseen ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          First say of each in the sample whether it is good
          {sample ? `: ${number(sample.left)} of ${number(sample.items.length)} to go` : ''}. Your signature says that
          somebody looked, not only that somebody counted.
        </Typography>
      ) : sample ? (
        <Typography variant="body2" sx={{ mb: 1, fontWeight: 550 }}>
          {meaningOf(sample)}
        </Typography>
      ) : null}
      {settings ? <Finality {...settings} decision={decision} count={set.count} /> : null}
      <TextField
        fullWidth
        autoComplete="off"
        label={`Type ${number(set.count)} to approve`}
        value={typed}
        disabled={blocked}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <Button
        type="submit"
        variant="contained"
        fullWidth
        loading={busy}
        disabled={blocked || !intends(typed, set.count)}
        sx={{ mt: 1 }}
      >
        {approveVerb(decision, set.count)}
      </Button>
    </form>
  );
};

interface FinalityProps extends Pick<CountySettings, 'undoHours'> {
  readonly decision: Decision | undefined;
  readonly count: number;
}

const Finality = ({ undoHours, decision, count }: FinalityProps) => {
  const says = finality(undoHours, decision, count);
  return undoHours === 0 ? (
    <Warning>{says}</Warning>
  ) : (
    <Typography variant="body2" sx={{ mb: 1.5 }}>
      {says}
    </Typography>
  );
};
