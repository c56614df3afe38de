import type { OpenLogReview } from '@clearance/contract';
import { actionWord } from '../audit-events/action-words.ts';
import type { Table } from '../ui/csv.ts';
import { counted, dayAndTime } from '../ui/format.ts';

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
  `Your name stands under ${counted(entries, 'entry', 'entries')}, from then on and for good. ${
    overdue ? 'The review is no longer overdue then; the' : 'The'
  } next one is due in seven days.`;

/** What is signed, asked once more: which entries, of which days, and that it stays. */
export const signedWords = ({ entries, from, to }: Pick<OpenLogReview, 'entries' | 'from' | 'to'>): string =>
  `You sign that you have looked through ${counted(entries, 'entry', 'entries')} of the log, from ${dayAndTime(from)} to ${dayAndTime(to)}. It cannot be changed afterwards, nor can your note.`;
