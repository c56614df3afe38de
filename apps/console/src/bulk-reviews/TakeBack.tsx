import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BulkReviewRow } from '@clearance/contract';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { useRights } from '../record/use-rights.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Moment, Within } from '../ui/DateText.tsx';
import { counted } from '../ui/format.ts';
import { finalOf, goesToCourt, takeBackVerb } from './bulk-words.ts';
import { ReasonField } from './ReasonField.tsx';

/** Takes back what of a bulk approval is not released, with a reason; afterwards says why it no longer can. */
export const TakeBack = ({ row }: { readonly row: BulkReviewRow }) => {
  const navigate = useNavigate();
  const { approve } = useRights();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const noteId = useId();
  const { act, busy, refusal, forget } = useAct(
    () => api.post<BulkReviewRow>(`/bulk-reviews/${row.id}/undo`, { note: note.trim() }),
    ({ id }) => void navigate(`/bulk-reviews/${id}/show`),
  );
  if (row.verb !== 'approve') return null;
  if (row.undoable === 0) {
    return finalOf(row) > 0 ? (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Nothing of it can be taken back any more.
      </Typography>
    ) : null;
  }
  const verb = takeBackVerb(row);
  return (
    <div>
      <Typography sx={{ mb: 1 }}>
        {counted(row.undoable, 'conviction')} of it can still be taken back
        {row.releasesAt ? (
          <>
            ; {goesToCourt(row) ? 'released' : 'final'} <Within at={row.releasesAt} />, on{' '}
            <Moment at={row.releasesAt} />
          </>
        ) : null}
        .
      </Typography>
      {approve ? (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {verb}
        </Button>
      ) : null}
      <ConfirmDialog
        open={open}
        title={`${verb}?`}
        consequence="They wait for an approver again, as they were recommended. The approval stays on each record as taken back, with your reason. What became final meanwhile stays as it is."
        verb={verb}
        back={row.undoable === 1 ? 'Keep the approval' : 'Keep the approvals'}
        grave
        busy={busy}
        refusal={refusal}
        fieldIds={{ note: noteId }}
        notYet={note.trim() === '' || note.length > 2000}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setOpen(false);
        }}
      >
        <ReasonField id={noteId} choice="undo" needed autoFocus value={note} onChange={setNote} />
      </ConfirmDialog>
    </div>
  );
};
