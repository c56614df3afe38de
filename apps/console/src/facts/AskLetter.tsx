import type { FactRequest } from '@clearance/contract';
import { AskToWhom } from '../disseminations/AskToWhom.tsx';
import { api } from '../providers/http.ts';

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
export const AskLetter = ({ onClose, onMade, to }: AskLetterProps) => (
  <AskToWhom
    title="Make a request letter?"
    consequence={`It lists what is awaited from ${to.court || 'the court'}, ${to.agency || 'agency not given'}, with names and case numbers. That you made it is logged; recipient and purpose are kept under Given out.`}
    verb="Make the letter"
    make={(given) => api.post<FactRequest>('/facts-awaited/requests', { ...to, ...given })}
    onMade={(letter, { recipient }) => onMade({ ...letter, recipient })}
    onClose={onClose}
  />
);
