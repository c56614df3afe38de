import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ConvictionSet } from '@clearance/contract';
import type { BulkIntent } from './bulk-address.ts';
import { BulkRefusal } from './BulkRefusal.tsx';
import { withdrawConsequence, withdrawVerb } from './bulk-words.ts';
import { ReasonField } from './ReasonField.tsx';
import { useBulkAct } from './use-bulk-act.ts';

interface WithdrawPanelProps {
  readonly intent: BulkIntent;
  readonly set: ConvictionSet;
  readonly stale: boolean;
  readonly onLookAgain: () => void;
}

/** Takes one's own recommendations back to the queue, all of the set at once. */
export const WithdrawPanel = ({ intent, set, stale, onLookAgain }: WithdrawPanelProps) => {
  const [note, setNote] = useState('');
  const { act, busy, refusal, forget } = useBulkAct(set.digest);
  const noteId = useId();
  const said = note.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { filter } = intent;
        const { count: expectedCount, digest } = set;
        void act({ verb: 'withdraw', filter, expectedCount, digest, ...(said ? { note: said } : {}) });
      }}
    >
      {stale ? null : (
        <BulkRefusal
          refusal={refusal}
          intent={intent}
          count={set.count}
          onLookAgain={() => {
            forget();
            onLookAgain();
          }}
          noteId={noteId}
        />
      )}
      <Typography sx={{ mb: 1.5, fontWeight: 550 }}>{withdrawConsequence(set.count)}</Typography>
      <ReasonField id={noteId} choice="withdraw" needed={false} value={note} onChange={setNote} />
      <Button type="submit" variant="contained" fullWidth loading={busy} disabled={stale} sx={{ mt: 1 }}>
        {withdrawVerb(set.count)}
      </Button>
    </form>
  );
};
