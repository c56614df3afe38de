import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { AnnotatedRow, ImportRow } from '@clearance/contract';
import { useId, useState } from 'react';
import { GivenTo } from '../../disseminations/GivenTo.tsx';
import { api } from '../../providers/http.ts';
import { useAct } from '../../providers/use-act.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { counted } from '../../ui/format.ts';
import { missingIn } from './annotated-words.ts';

interface AskAnnotatedProps {
  readonly row: ImportRow;
  readonly onClose: () => void;
}

/** To whom and what for, and the button that makes the file. */
export const AskAnnotated = ({ row, onClose }: AskAnnotatedProps) => {
  const id = useId();
  const [given, setGiven] = useState({ recipient: '', purpose: '' });
  const [decisions, setDecisions] = useState(false);
  const [asked, setAsked] = useState(false);
  const { act, busy, refusal } = useAct(
    () =>
      api.post<AnnotatedRow>(`/imports/${row.id}/annotated`, {
        recipient: given.recipient.trim(),
        purpose: given.purpose.trim(),
        decisions,
      }),
    onClose,
  );
  const missing = missingIn(given);
  const told = asked ? missing : { recipient: undefined, purpose: undefined };
  const fields = { recipient: `${id}-recipient`, purpose: `${id}-purpose` };
  const send = () => {
    setAsked(true);
    const first = missing.recipient ? fields.recipient : missing.purpose ? fields.purpose : undefined;
    if (first) document.getElementById(first)?.focus();
    else void act(undefined);
  };
  return (
    <ConfirmDialog
      open
      title="Make an annotated file?"
      consequence={`It holds the criminal history of ${counted(row.people, 'person', 'people')}. That you asked for it, and each download, is on the log; recipient and purpose are kept beside. It can be downloaded for seven days.`}
      verb="Make the file"
      busy={busy}
      refusal={refusal}
      fieldIds={fields}
      onConfirm={send}
      onClose={onClose}
    >
      <GivenTo ids={fields} value={given} told={told} onChange={setGiven} autoFocus />
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={decisions} onChange={(_, on) => setDecisions(on)} />}
        label="Also where each conviction stands and what was recommended, in two more columns"
      />
    </ConfirmDialog>
  );
};
