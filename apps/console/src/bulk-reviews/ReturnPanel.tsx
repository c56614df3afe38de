import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ConvictionSet } from '@clearance/contract';
import { number } from '../ui/format.ts';
import type { BulkIntent } from './bulk-address.ts';
import { BulkRefusal } from './BulkRefusal.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useBulkAct } from './use-bulk-act.ts';

interface ReturnPanelProps {
  readonly intent: BulkIntent;
  readonly set: ConvictionSet;
  readonly stale: boolean;
  readonly onLookAgain: () => void;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** Sends the whole set back to the reviewers, with a reason; folded away until it is wanted. */
export const ReturnPanel = ({ intent, set, stale, onLookAgain, open, onOpen }: ReturnPanelProps) => {
  const [note, setNote] = useState('');
  const { act, busy, refusal, forget } = useBulkAct(set.digest);
  const noteId = useId();
  const again = () => {
    forget();
    onLookAgain();
  };
  const returning: BulkIntent = { ...intent, verb: 'return' };
  if (!open) {
    return (
      <Button fullWidth variant="text" disabled={set.mine > 0} onClick={onOpen} sx={{ mt: 1 }}>
        Return instead, with a reason
      </Button>
    );
  }
  return (
    <Box
      component="form"
      sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }}
      onSubmit={(event) => {
        event.preventDefault();
        void act({
          verb: 'return',
          filter: intent.filter,
          expectedCount: set.count,
          digest: set.digest,
          note: note.trim(),
        });
      }}
    >
      {stale ? null : (
        <BulkRefusal refusal={refusal} intent={returning} count={set.count} onLookAgain={again} noteId={noteId} />
      )}
      <ReasonField id={noteId} choice="return" needed autoFocus value={note} onChange={setNote} />
      <Button type="submit" fullWidth loading={busy} disabled={stale || note.trim() === ''} sx={{ mt: 1 }}>
        Return {number(set.count)} to the reviewers
      </Button>
    </Box>
  );
};
