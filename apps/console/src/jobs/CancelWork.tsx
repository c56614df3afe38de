import type { Work } from '@clearance/contract';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { jobWords, wayBack } from './job-words.ts';

interface CancelWorkProps {
  readonly work: Work;
  /** A quiet button in a list of jobs. */
  readonly small?: boolean;
}

/** Ends a job where that is safe, after saying what is kept. Absent for who could not have started it. */
export const CancelWork = ({ work, small = false }: CancelWorkProps) => {
  const [open, setOpen] = useState(false);
  const words = jobWords(work.kind);
  const { act, busy, refusal, forget } = useAct(
    () => api.post<Work>(`/work/${work.id}/cancel`, {}),
    () => setOpen(false),
  );
  if (!open && (!work.mayCancel || work.state === 'waiting')) return null;
  return (
    <>
      <Button
        size="small"
        variant={small ? 'text' : 'outlined'}
        aria-label={`Cancel: ${work.title}`}
        onClick={() => setOpen(true)}
      >
        Cancel
      </Button>
      <ConfirmDialog
        open={open}
        title={`Cancel “${work.title}”?`}
        consequence={words.keeps(work)}
        verb={words.verb}
        back={wayBack(work)}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void act(undefined)}
        onClose={() => {
          forget();
          setOpen(false);
        }}
      />
    </>
  );
};
