import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { afterProp64 } from './after-prop-64.ts';
import { setAsideNote } from './set-aside-note.ts';

/** Sacramento: what is no felony is dismissed; a felony is dismissed on one of two grounds and reduced otherwise. */
export const sacramento2019: Policy = {
  name: 'sacramento-2019',
  version: '2.0.0',
  title: 'Sacramento, 2019',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    afterProp64,
    {
      id: 'minor',
      title: 'The person may have been a minor when the offense was committed.',
      // A misdemeanor is prosecuted within a year (PC 802), so that the offense is taken to be no older at the arrest.
      when: {
        all: [
          { term: 'severity', is: ['misdemeanor', 'infraction'] },
          { term: 'age_at_conviction', compare: 'under', years: 21 },
          { term: 'age_at_offense', compare: 'under', years: 18, within: 1 },
        ],
      },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.8(m); PC 802',
      confirm:
        'No file tells the day of the offense. It is taken to be at most a year before the arrest, the limitation of a misdemeanor.',
      confirmEs:
        'Ningún archivo indica el día del delito. Se toma como máximo un año antes del arresto, la prescripción de un delito menor.',
    },
    {
      id: 'no-felony',
      title: 'Every misdemeanor or infraction of an adult is dismissed, of a person under 21 as of any other.',
      when: { term: 'severity', is: ['misdemeanor', 'infraction'] },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'ten-years-conviction-free',
      title: 'No conviction in the last 10 years, this one included.',
      when: { term: 'conviction_free', years: 10 },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'A sole conviction of more than 10 years ago whose sentence still runs is dismissed by this rule; the ground of the sole conviction would reduce it.',
      confirmEs:
        'Una condena única de hace más de 10 años cuya sentencia aún se cumple se desestima por esta regla; el motivo de la condena única la reduciría.',
    },
    {
      id: 'sole-conviction-complete',
      title: 'The only conviction on record, with the sentence and any supervision complete.',
      when: {
        all: [
          { not: { term: 'convictions_in', atLeast: 1, when: 'any', section: 'any', per: 'count' } },
          { term: 'sentences', are: 'complete' },
        ],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
  ],
  otherwise: {
    title: 'None of the grounds for dismissal applies, so that the conviction is reduced.',
    then: { outcome: 'reduce' },
    cite: 'HS 11361.8(e); HS 11361.9',
  },
  ...setAsideNote,
};
