import type { Determination } from '@clearance/contract';

/** What a court would be asked to order. */
export const orderWords: Readonly<Record<NonNullable<Determination['order']>, string>> = {
  dismissal: 'dismissal',
  dismissal_and_sealing: 'dismissal and sealing',
  recall: 'recall of the sentence',
  redesignation: 'redesignation as a misdemeanor or infraction',
};
