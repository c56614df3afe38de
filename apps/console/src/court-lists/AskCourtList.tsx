import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { CourtListMatching, CourtListRow, GivenTo as GivenToWhom } from '@clearance/contract';
import { useState } from 'react';
import { Warning } from '../ui/Warning.tsx';
import { GivenTo } from '../disseminations/GivenTo.tsx';
import { useGivenTo } from '../disseminations/use-given-to.ts';
import { api } from '../providers/http.ts';
import { useAct } from '../providers/use-act.ts';
import { useApi } from '../providers/use-api.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { number } from '../ui/format.ts';
import { concernsOf, daysProblem, filterOf, holdsInWords, type Choice } from './court-list-words.ts';
import { Days } from './Days.tsx';

interface AskCourtListProps {
  /** The bulk approval from whose page one comes. */
  readonly batch: string | undefined;
  /** Whether there is a list already, so that the next one is of what is on none. */
  readonly again: boolean;
  readonly onClose: () => void;
}

/** What was released, to whom and what for, and the button that makes the list. */
export const AskCourtList = ({ again, batch, onClose }: AskCourtListProps) => {
  const [choice, setChoice] = useState<Choice>({
    which: batch ? 'batch' : again ? 'unlisted' : 'all',
    from: '',
    to: '',
  });
  const { fields, send } = useGivenTo();
  const filter = filterOf(choice, batch);
  const problem = daysProblem(choice);
  const query = new URLSearchParams(filter).toString();
  const { data: found } = useApi<CourtListMatching>(problem ? undefined : `/court-lists/matching?${query}`);
  const { act, busy, refusal } = useAct(
    (given: GivenToWhom) => api.post<CourtListRow>('/court-lists', { ...filter, ...given }),
    onClose,
  );
  const concerns = found && !problem ? concernsOf(found) : [];
  const none = found?.count === 0;
  return (
    <ConfirmDialog
      open
      title="Make a list for the court?"
      consequence={consequenceOf(problem ? undefined : found)}
      verb={found && !none && !problem ? `Make the list of ${number(found.count)}` : 'Make the list'}
      busy={busy}
      notYet={none || problem !== undefined || !found}
      refusal={refusal}
      fieldIds={fields.ids}
      onConfirm={() => send((given) => void act(given))}
      onClose={onClose}
    >
      <RadioGroup
        aria-label="Which of the released convictions"
        value={choice.which}
        onChange={(_, which) => setChoice({ ...choice, which: which as Choice['which'] })}
        sx={{ mb: 1.5 }}
      >
        {batch ? (
          <FormControlLabel value="batch" control={<Radio />} label="What was released of this bulk approval" />
        ) : null}
        {again ? <FormControlLabel value="unlisted" control={<Radio />} label="What is on no list yet" /> : null}
        <FormControlLabel value="all" control={<Radio />} label="Everything that was released so far" />
        <FormControlLabel value="days" control={<Radio />} label="What was released on some days" />
      </RadioGroup>
      {concerns.length > 0 ? (
        <Warning>
          {concerns.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Warning>
      ) : null}
      {choice.which === 'days' ? <Days choice={choice} problem={problem} onChange={setChoice} /> : null}
      <GivenTo {...fields} />
    </ConfirmDialog>
  );
};

function consequenceOf(found: CourtListMatching | undefined): string {
  if (!found) return 'A list says of each conviction whose it is, where the file is, and what was decided.';
  if (found.count === 0) return 'Nothing that was released matches this choice, so there is no list to make.';
  return `It holds ${holdsInWords(found)}, with names, dates of birth and CII numbers. That you asked for it, and each download, is on the log; recipient and purpose are kept beside. It can be downloaded for seven days.`;
}
