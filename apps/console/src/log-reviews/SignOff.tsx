import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { LogReviewRow, OpenLogReview } from '@clearance/contract';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { consequenceOf, onlySigned, signedWords } from './review-words.ts';

const noteField = 'log-review-note';

/** The signature, up to the last entry that the figures above count. */
export const SignOff = ({ open }: { readonly open: OpenLogReview }) => {
  const [note, setNote] = useState('');
  const quiet = onlySigned(open) && !open.overdue;
  const [asking, setAsking] = useState(false);
  const { act, busy, refusal, forget } = useAct(
    () => api.post<LogReviewRow>('/log-reviews', { lastSequence: open.lastSequence, note: note.trim() }),
    () => {
      setNote('');
      setAsking(false);
    },
  );
  return (
    <Paper variant="outlined" className="no-print" component="section" aria-label="Sign" sx={{ p: 2, maxWidth: 720 }}>
      <Typography sx={{ mb: 1.5 }}>
        {quiet ? 'All that is new since the last review is that it was signed. Nobody has to sign again now. ' : ''}
        {consequenceOf(open)}
      </Typography>
      <TextField
        id={noteField}
        label="Note (optional)"
        helperText="What stood out and what was done about it, without names of the people concerned."
        multiline
        minRows={2}
        fullWidth
        value={note}
        onChange={({ target }) => setNote(target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Button variant={quiet ? 'outlined' : 'contained'} onClick={() => setAsking(true)} sx={{ mt: 1.5 }}>
        I have looked at this
      </Button>
      <ConfirmDialog
        open={asking}
        title="Sign this review?"
        consequence={signedWords(open)}
        verb="Sign"
        busy={busy}
        refusal={refusal}
        fieldIds={{ note: noteField }}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setAsking(false);
        }}
      />
    </Paper>
  );
};
