import type { FactRequest, GivenTo as Given } from '@clearance/contract';
import { GivenTo } from '../disseminations/GivenTo.tsx';
import { useGivenTo } from '../disseminations/use-given-to.ts';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

export interface LetterTo {
  readonly court: string;
  readonly agency: string;
}

interface AskLetterProps {
  readonly to: LetterTo;
  readonly onMade: (letter: FactRequest & { readonly recipient: string }) => void;
  readonly onClose: () => void;
}

/** Who gets the letter and what for; asked before it is made, because it names people. */
export const AskLetter = ({ onClose, onMade, to }: AskLetterProps) => {
  const { fields, send } = useGivenTo();
  const { act, busy, refusal } = useAct(
    (given: Given) => api.post<FactRequest>('/facts-awaited/requests', { ...to, ...given }),
    (letter, { recipient }) => onMade({ ...letter, recipient }),
  );
  return (
    <ConfirmDialog
      open
      title="Make a request letter?"
      consequence={`It lists what is awaited from ${to.court || 'the court'}, ${to.agency || 'agency not given'}, with names and case numbers. That you made it is logged; recipient and purpose are kept under Given out.`}
      verb="Make the letter"
      busy={busy}
      refusal={refusal}
      fieldIds={fields.ids}
      onConfirm={() => send((given) => void act(given))}
      onClose={onClose}
    >
      <GivenTo {...fields} autoFocus />
    </ConfirmDialog>
  );
};
