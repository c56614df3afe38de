import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { decisions, type ConvictionSet, type Decision } from '@clearance/contract';
import { decisionWords } from '../ui/words.ts';
import type { BulkIntent } from './bulk-address.ts';
import { bulkNoteNeeded } from './bulk-note.ts';
import { BulkRefusal } from './BulkRefusal.tsx';
import { recommendConsequence, recommendVerb } from './bulk-words.ts';
import { ReasonField } from './ReasonField.tsx';
import { useBulkAct } from './use-bulk-act.ts';

interface PanelProps {
  readonly intent: BulkIntent;
  readonly set: ConvictionSet;
  /** Nothing can be sent while the set that is shown is out of date. */
  readonly stale: boolean;
  readonly onLookAgain: () => void;
}

/** The decision for the whole set: one sentence and one button. */
export const RecommendPanel = ({ intent, set, stale, onLookAgain }: PanelProps) => {
  const [decision, setDecision] = useState<Decision>(intent.decision ?? 'dismiss');
  const [note, setNote] = useState('');
  const { act, busy, refusal, forget } = useBulkAct(set.digest);
  const noteId = useId();
  const again = () => {
    forget();
    onLookAgain();
  };
  const answers = set.returned.length > 0;
  const needed = answers || bulkNoteNeeded(intent.filter, decision);
  const said = note.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { filter } = intent;
        void act({
          verb: 'recommend',
          decision,
          filter,
          expectedCount: set.count,
          digest: set.digest,
          ...(said ? { note: said } : {}),
        });
      }}
    >
      {stale ? null : (
        <BulkRefusal refusal={refusal} intent={intent} count={set.count} onLookAgain={again} noteId={noteId} />
      )}
      <TextField
        select
        fullWidth
        label="Recommend"
        value={decision}
        onChange={(event) => setDecision(event.target.value as Decision)}
      >
        {decisions.map((one) => (
          <MenuItem key={one} value={one}>
            {decisionWords[one].word}
          </MenuItem>
        ))}
      </TextField>
      <ReasonField id={noteId} choice={decision} needed={needed} answers={answers} value={note} onChange={setNote} />
      <Typography sx={{ my: 1.5, fontWeight: 550 }}>{recommendConsequence(set.count)}</Typography>
      <Button type="submit" variant="contained" fullWidth loading={busy} disabled={stale || (needed && said === '')}>
        {recommendVerb(decision, set.count)}
      </Button>
      {needed && said === '' ? (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.75 }}>
          {answers
            ? 'Answer the approver first: say what you changed, or why it stands.'
            : 'Say why first: this differs from what the policy says, or needs a reason by itself.'}
        </Typography>
      ) : null}
    </form>
  );
};
