import { useId, useState } from 'react';
import type { Like, SampleItem } from '@clearance/contract';
import { useApi } from '../../providers/use-api.ts';
import { personName } from '../../record/person-words.ts';
import type { RefusalError } from '../../providers/refusal.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { sendBackVerb, sendBackWords } from './sample-words.ts';

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
  const { data: like, error } = useApi<Like>(`/convictions/${item.id}/like`);
  return (
    <ConfirmDialog
      open
      title={`Something is wrong: ${personName(item.name)}, case ${item.caseNumber || 'without number'}`}
      consequence={sendBackWords(like?.count)}
      verb={sendBackVerb(like?.count)}
      grave
      busy={busy}
      refusal={refusal ?? error ?? undefined}
      fieldIds={{ note: id }}
      notYet={!like || said === '' || said.length > 2000}
      onConfirm={() => onFind(said)}
      onClose={onClose}
    >
      <ReasonField id={id} choice="return" needed autoFocus value={note} onChange={setNote} />
    </ConfirmDialog>
  );
};
