import Button from '@mui/material/Button';
import { useState } from 'react';
import { api } from '../../providers/http.ts';
import { useCan } from '../../providers/me.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface CancelImportProps {
  readonly id: string;
  readonly says?: string;
}

/** Ends an import of which nothing counts yet. */
export const CancelImport = ({ id, says = 'Cancel this import' }: CancelImportProps) => {
  const allowed = useCan('create import');
  const [open, setOpen] = useState(false);
  const { act, busy, refusal, forget } = useAct(
    () => api.post(`/imports/${id}/cancel`, {}),
    () => setOpen(false),
  );
  if (!allowed) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says}</Button>
      <ConfirmDialog
        open={open}
        title="Throw this import away?"
        consequence="Nothing of this file will count. What was read of it is thrown away; that it was sent and cancelled stays in the log. You can send the file again later."
        verb="Throw it away"
        back="Keep it"
        grave
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
