import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Finding, SampleItem } from '@clearance/contract';

interface FindingActsProps {
  readonly item: SampleItem;
  readonly onFind: (finding: Finding, note?: string) => Promise<void>;
}

/** What an approver says of one conviction of the sample; something wrong needs a reason, and stops the batch. */
export const FindingActs = ({ item, onFind }: FindingActsProps) => {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  if (item.finding) return null;
  return (
    <>
      <Button size="small" className="no-print" onClick={() => void onFind('good')}>
        Looks right
      </Button>
      <Button size="small" color="error" className="no-print" onClick={() => setAsking(true)}>
        Something is wrong
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} fullWidth>
        <DialogTitle>Something is wrong with this one</DialogTitle>
        <DialogContent>
          This set cannot be approved then. Everything recommended by the same person for the same reason goes back to
          the reviewers, with what you write here.
          <TextField
            fullWidth
            multiline
            autoFocus
            label="What is wrong"
            value={note}
            onChange={(event) => setNote(event.target.value)}
            sx={{ mt: 2 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>Not now</Button>
          <Button
            color="error"
            disabled={note.trim() === ''}
            onClick={() => {
              setAsking(false);
              void onFind('defect', note.trim());
            }}
          >
            Send it and its like back
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
