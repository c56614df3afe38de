import { cannabis, possessionOrCultivation, sale } from '../lists/cannabis.ts';
import type { Condition, Consequence, Policy } from '../policy/policy.ts';
import { cityProsecutors } from '../routing/los-angeles.ts';
import { afterProposition64 } from './proposition-64.ts';

const SOURCE = 'Los Angeles County District Attorney, September 2021';
const lesser: Condition = { term: 'severity', is: ['misdemeanor', 'infraction'] };
const dismissedAndSealed: Consequence = { outcome: 'dismiss', order: 'dismissal_and_sealing' };

/** What the Los Angeles District Attorney moved to dismiss and seal in September 2021. */
export const la2021: Policy = {
  name: 'la-2021',
  version: '2.0.0',
  title: 'Los Angeles, September 2021',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.8(e), (f)',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis, possession_or_cultivation: possessionOrCultivation, sale },
  rules: [
    afterProposition64,
    {
      id: 'felony-sale',
      title:
        'A felony of possession for sale or of sale belongs to the District Attorney and was no part of the motion.',
      when: {
        all: [
          { term: 'severity', is: ['felony'] },
          { term: 'offense', in: 'sale' },
        ],
      },
      then: { outcome: 'needs_review' },
      cite: `GC 26500; HS 11359, 11360; ${SOURCE}`,
    },
    {
      id: 'felony-possession-or-cultivation',
      title: 'Every felony of possession or cultivation is dismissed and sealed.',
      when: {
        all: [
          { term: 'severity', is: ['felony'] },
          { term: 'offense', in: 'possession_or_cultivation' },
        ],
      },
      then: dismissedAndSealed,
      cite: `HS 11361.8(e), (f); HS 11357, 11358; ${SOURCE}`,
    },
    {
      id: 'city-prosecutor',
      title: 'A misdemeanor or infraction that a city prosecutes itself is referred to that city.',
      when: { all: [lesser, { term: 'agency', in: cityProsecutors }] },
      then: { outcome: 'refer' },
      cite: `HS 11361.9(b); GC 41803.5; ${SOURCE}`,
    },
    {
      id: 'county-misdemeanor',
      title: 'Every misdemeanor or infraction filed where no city has a prosecutor of its own is dismissed and sealed.',
      when: lesser,
      then: dismissedAndSealed,
      cite: `HS 11361.8(e), (f); GC 26500; ${SOURCE}`,
    },
  ],
  otherwise: {
    title: 'Whether this was part of the motion must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: SOURCE,
  },
  confirm:
    'The order of February 2020 had granted many of these already. Where the state file does not show it yet, compare the list of 2020 before filing.',
};
