import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';

/** Sacramento: dismissed on one of three grounds, reduced otherwise. */
export const sacramento2019: Policy = {
  name: 'sacramento-2019',
  version: '1.0.0',
  title: 'Sacramento, 2019',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    {
      id: 'ten-years-conviction-free',
      title: 'No conviction in the last 10 years.',
      when: { term: 'conviction_free', years: 10 },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
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
    {
      id: 'under-21-at-offense',
      title: 'The person was under 21 when the offense was committed.',
      // A felony is prosecuted within three years (PC 801), so that the offense is taken to be no older at the arrest.
      when: { term: 'age_at_offense', compare: 'under', years: 21, within: 3 },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9; PC 801',
    },
  ],
  otherwise: {
    title: 'None of the grounds for dismissal applies, so that the conviction is reduced.',
    then: { outcome: 'reduce' },
    cite: 'HS 11361.8(e); HS 11361.9',
  },
};
