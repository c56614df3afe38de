import { cannabis, possessionOrCultivation } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { cityProsecutors } from '../routing/los-angeles.ts';

/** What the Los Angeles District Attorney moved to dismiss in September 2021. */
export const la2021: Policy = {
  name: 'la-2021',
  version: '1.0.0',
  title: 'Los Angeles, September 2021',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.8(e), (f)',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis, possession_or_cultivation: possessionOrCultivation },
  rules: [
    {
      id: 'felony-possession-or-cultivation',
      title: 'Every felony of possession or cultivation is dismissed.',
      when: {
        all: [
          { term: 'severity', is: ['felony'] },
          { term: 'offense', in: 'possession_or_cultivation' },
        ],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11357, 11358',
    },
    {
      id: 'county-misdemeanor',
      title: 'Every misdemeanor or infraction filed where no city has a prosecutor of its own is dismissed.',
      when: {
        all: [
          { term: 'severity', is: ['misdemeanor', 'infraction'] },
          { not: { term: 'agency', in: cityProsecutors } },
        ],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); GC 26500',
    },
  ],
  otherwise: {
    title: 'Everything else is referred to the office that prosecutes it.',
    then: { outcome: 'refer' },
    cite: 'HS 11361.9(b); GC 41803.5',
  },
};
