import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { AnnotatedRow, GivenTo as GivenToWhom, ImportRow } from '@clearance/contract';
import { useState } from 'react';
import { GivenTo } from '../../disseminations/GivenTo.tsx';
import { useGivenTo } from '../../disseminations/use-given-to.ts';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { counted } from '../../ui/format.ts';

interface AskAnnotatedProps {
  readonly row: ImportRow;
  readonly onClose: () => void;
}

/** To whom and what for, and the button that makes the file. */
export const AskAnnotated = ({ row, onClose }: AskAnnotatedProps) => {
  const { fields, send } = useGivenTo();
  const [decisions, setDecisions] = useState(false);
  const { act, busy, refusal } = useAct(
    (given: GivenToWhom) => api.post<AnnotatedRow>(`/imports/${row.id}/annotated`, { ...given, decisions }),
    onClose,
  );
  return (
    <ConfirmDialog
      open
      title="Make an annotated file?"
      consequence={`It holds the criminal history of ${counted(row.people, 'person', 'people')}. That you asked for it, and each download, is on the log; recipient and purpose are kept beside. It can be downloaded for seven days.`}
      verb="Make the file"
      busy={busy}
      refusal={refusal}
      fieldIds={fields.ids}
      onConfirm={() => send((given) => void act(given))}
      onClose={onClose}
    >
      <GivenTo {...fields} autoFocus />
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={decisions} onChange={(_, on) => setDecisions(on)} />}
        label="Also where each conviction stands and what was recommended, in two more columns"
      />
    </ConfirmDialog>
  );
};
