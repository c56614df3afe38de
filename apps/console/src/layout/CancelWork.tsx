import type { Permission, Work } from '@clearance/contract';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { holds } from '../providers/access.ts';
import { api } from '../providers/http.ts';
import { abilityOf, useMe } from '../providers/me.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { cancelWords } from './cancel-words.ts';

interface CancelWorkProps {
  readonly work: Work;
  /** A quiet button in a list of jobs. */
  readonly small?: boolean;
}

/** Ends a running job where that is safe, after saying what is kept. Absent for who could not have started it. */
export const CancelWork = ({ work, small = false }: CancelWorkProps) => {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const words = cancelWords(work.kind);
  const { act, busy, refusal, forget } = useAct(
    () => api.post<Work>(`/work/${work.id}/cancel`, {}),
    () => setOpen(false),
  );
  const may = (right: Permission) => me !== undefined && holds(abilityOf(me), right);
  if (!open && (work.state !== 'running' || !words?.rights.some(may))) return null;
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
        consequence={words?.keeps(work) ?? ''}
        verb={words?.verb ?? 'Cancel'}
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
