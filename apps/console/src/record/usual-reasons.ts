import type { Choice } from './choices.ts';

const reasons: Readonly<Record<Choice, readonly string[]>> = {
  dismiss: ['Read by hand: qualifies.', 'The missing fact is in our case file.', 'In the interest of justice.'],
  reduce: ['Read by hand: qualifies for a reduction.', 'A reduction is warranted, a dismissal is not.'],
  refer: ['The city attorney prosecuted this case.', 'Another county prosecuted this case.'],
  challenge: [
    'Does not meet the criteria of the law.',
    'Unreasonable risk of danger to public safety.',
    'The sentence has not ended.',
  ],
  exclude: [
    'Not the same person.',
    'Not a conviction of this county.',
    'The court already granted relief.',
    'Does not qualify under the policy.',
  ],
  ask_for_facts: [
    'The court file is needed.',
    'The date of birth is needed.',
    'The disposition is needed.',
    'Who prosecuted is needed.',
  ],
  withdraw: [],
  approve: [],
  undo: ['Approved by mistake.', 'One like this was found wrong.', 'A newer document came in.'],
  return: [
    'The reason is not enough.',
    'Look at the other convictions again.',
    'A reduction rather than a dismissal.',
    'Another agency prosecuted this case.',
  ],
};

/** The sentences people usually write with a choice, ready to be put in with one click. */
export const usualReasons = (choice: Choice): readonly string[] => reasons[choice];

/** The note with a usual reason put in, or taken out again. */
export function withReason(note: string, reason: string): string {
  if (note.includes(reason)) return note.replace(reason, '').replace(/\s+/g, ' ').trim();
  return note.trim() === '' ? reason : `${note.trim()} ${reason}`;
}
