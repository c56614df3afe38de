import type { OpenLogReview } from '@clearance/contract';
import { actionWord } from '../audit-events/action-words.ts';
import type { Table } from '../ui/csv.ts';
import { counted, dayAndTime, number } from '../ui/format.ts';

/** The acts of a period as a table: what was done how often, and how often in vain. */
export const actsTable = (acts: OpenLogReview['acts']): Table => ({
  columns: ['What', 'Done', 'Refused', 'Failed'],
  rows: acts.map(({ action, done, refused, failed }) => {
    const { did, tried } = actionWord(action);
    return [done === 0 ? `Tried to ${tried}` : did, done, refused, failed];
  }),
});

/** What a signature says, before it is given. */
export const consequenceOf = ({ entries, overdue }: Pick<OpenLogReview, 'entries' | 'overdue'>): string =>
  `Your name will stand under ${counted(entries, 'entry', 'entries')}, from then on and for good. ${
    overdue ? 'The review is no longer overdue then; the' : 'The'
  } next one is due in seven days.`;

/** Acts after which the county works otherwise than before: looked at before any other, also where there was none. */
const weighty = [
  ['county.change_setting', 'Settings changed'],
  ['import.confirm', 'Files confirmed in doubt'],
  ['policy.publish', 'Policies published'],
  ['terms.publish', 'Words and agencies changed'],
  ['member.change', 'Changes of roles and access'],
] as const;

const timesDone = (acts: OpenLogReview['acts'], action: string): number =>
  acts.find((act) => act.action === action)?.done ?? 0;

/** How often each of the weightiest acts was done. Whoever joined has roles as well, and is counted apart. */
export const weightyActs = (acts: OpenLogReview['acts']) => {
  const joined = timesDone(acts, 'member.create');
  return weighty.map(([action, label]) => ({
    action,
    label: action === 'member.change' && joined > 0 ? `${label}, beside ${number(joined)} who joined` : label,
    count: timesDone(acts, action),
  }));
};

/** Whether nothing is new but that the last review was signed: nobody has to look at that today. */
export const onlySigned = ({ acts, last }: Pick<OpenLogReview, 'acts' | 'last'>): boolean =>
  last !== null && acts.every(({ action, refused, failed }) => action === 'log_review.sign' && refused + failed === 0);

/** What is signed, asked once more: which entries, of which days, and that it stays. */
export const signedWords = ({ entries, from, to }: Pick<OpenLogReview, 'entries' | 'from' | 'to'>): string =>
  `You sign that you have looked through ${counted(entries, 'entry', 'entries')} of the log, from ${dayAndTime(from)} to ${dayAndTime(to)}. It cannot be changed afterwards, nor can your note.`;
