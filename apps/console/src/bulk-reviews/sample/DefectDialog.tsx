import { useId, useState } from 'react';
import type { SampleItem } from '@clearance/contract';
import { personName } from '../../record/person-words.ts';
import type { RefusalError } from '../../providers/refusal.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ReasonField } from '../ReasonField.tsx';

interface DefectDialogProps {
  readonly item: SampleItem;
  readonly busy: boolean;
  readonly refusal: RefusalError | undefined;
  readonly onFind: (note: string) => void;
  readonly onClose: () => void;
}

/** Asks what is wrong with one conviction of the sample, and says first what that stops. */
export const DefectDialog = ({ item, busy, refusal, onFind, onClose }: DefectDialogProps) => {
  const [note, setNote] = useState('');
  const id = useId();
  const said = note.trim();
  return (
    <ConfirmDialog
      open
      title={`Something is wrong: ${personName(item.name)}, case ${item.caseNumber || 'without number'}`}
      consequence="This set cannot be approved then. It and everything that the same person recommended for the same reason under the same section goes back to the reviewers, with what you write here. You can go on with the rest."
      verb="Send it and its like back"
      grave
      busy={busy}
      refusal={refusal}
      fieldIds={{ note: id }}
      notYet={said === '' || said.length > 2000}
      onConfirm={() => onFind(said)}
      onClose={onClose}
    >
      <ReasonField id={id} choice="return" needed autoFocus value={note} onChange={setNote} />
    </ConfirmDialog>
  );
};
