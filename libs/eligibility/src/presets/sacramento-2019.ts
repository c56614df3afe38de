import { cannabis } from '../lists/cannabis.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { afterProposition64 } from './proposition-64.ts';

const SOURCE = 'Sacramento County District Attorney, April 2019';
const GROUND = `HS 11361.8(e), (f); HS 11361.9; ${SOURCE}`;
const lesser: Condition = { term: 'severity', is: ['misdemeanor', 'infraction'] };
const isSole: Condition = {
  not: { term: 'convictions_in', atLeast: 1, when: 'any', section: 'any', per: 'count' },
};

/** Sacramento: what is no felony is dismissed; a felony is dismissed on one of two grounds, and reduced otherwise. */
export const sacramento2019: Policy = {
  name: 'sacramento-2019',
  version: '2.0.0',
  title: 'Sacramento, 2019',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    afterProposition64,
    {
      id: 'under-21-at-offense',
      title: 'A misdemeanor or infraction of an adult who was under 21 when the offense was committed.',
      // A felony is prosecuted within three years (PC 801), a misdemeanor sooner: the offense is no older at the arrest.
      when: { all: [lesser, { term: 'age_at_offense', compare: 'under', years: 21, within: 3 }] },
      then: { outcome: 'dismiss' },
      cite: `${GROUND}; PC 801`,
    },
    {
      id: 'misdemeanor-or-infraction',
      title: 'Every other misdemeanor or infraction is dismissed.',
      when: lesser,
      then: { outcome: 'dismiss' },
      cite: GROUND,
    },
    {
      id: 'ten-years-conviction-free',
      title: 'A felony, and no conviction in the last 10 years, this one included.',
      when: { term: 'conviction_free', years: 10 },
      then: { outcome: 'dismiss' },
      cite: GROUND,
      confirm:
        'A sole conviction of more than 10 years ago whose sentence still runs is dismissed here; the ground of the sole conviction would reduce it.',
    },
    {
      id: 'sole-conviction-complete',
      title: 'The only conviction on record, with the sentence and any supervision complete.',
      when: { all: [isSole, { term: 'sentences', are: 'complete' }] },
      then: { outcome: 'dismiss' },
      cite: GROUND,
    },
    {
      id: 'sole-conviction-serving',
      title: 'The only conviction on record, with the sentence still being served.',
      when: { all: [isSole, { term: 'sentences', are: 'serving' }] },
      then: { outcome: 'reduce' },
      cite: `HS 11361.8(a); HS 11361.9; ${SOURCE}`,
    },
  ],
  otherwise: {
    title: 'A felony to which none of the grounds for dismissal applies is reduced.',
    then: { outcome: 'reduce' },
    cite: `HS 11361.8(e); HS 11361.9; ${SOURCE}`,
  },
};
