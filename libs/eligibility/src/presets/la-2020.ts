import { cannabis, cultivationOrSale, possession, possessionAOrB } from '../lists/cannabis.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Policy } from '../policy/policy.ts';
import { cityProsecutors } from '../routing/los-angeles.ts';
import { afterProp64 } from './after-prop-64.ts';
import { setAsideNote } from './set-aside-note.ts';

/** The rule that the Los Angeles District Attorney published in February 2020, read with structured facts. */
export const la2020: Policy = {
  name: 'la-2020',
  version: '2.0.0',
  title: 'Los Angeles, February 2020',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: {
    cannabis,
    possession,
    possession_a_or_b: possessionAOrB,
    cultivation_or_sale: cultivationOrSale,
    super_strike: superStrike,
    registrable,
  },
  rules: [
    {
      id: 'city-prosecutor',
      title: 'A misdemeanor or infraction that a city prosecutes itself is referred to that city.',
      when: {
        all: [
          { term: 'severity', is: ['misdemeanor', 'infraction'] },
          { term: 'agency', in: cityProsecutors },
        ],
      },
      then: { outcome: 'refer' },
      cite: 'HS 11361.9(b); GC 41803.5',
    },
    {
      id: 'county-misdemeanor',
      title: 'A misdemeanor or infraction of the District Attorney was no part of the 2020 rule.',
      when: { term: 'severity', is: ['misdemeanor', 'infraction'] },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.9(b); GC 26500',
    },
    afterProp64,
    {
      id: 'possession-a-or-b',
      title: 'Possession under HS 11357(a) or (b), which knows no exclusion.',
      when: {
        all: [{ term: 'offense', in: 'possession_a_or_b' }, { not: { term: 'offense', in: 'cultivation_or_sale' } }],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11357(a), (b); HS 11361.9',
      confirm:
        'What subdivisions (a) and (b) forbade has changed over the years. The published rule names them without dates, and so does this one.',
      confirmEs:
        'Lo que prohibían los incisos (a) y (b) ha cambiado con los años. La regla publicada los nombra sin fechas, y esta también.',
    },
    {
      id: 'other-possession',
      title: 'Other possession under HS 11357 is looked at by a person.',
      when: {
        all: [{ term: 'offense', in: 'possession' }, { not: { term: 'offense', in: 'cultivation_or_sale' } }],
      },
      then: { outcome: 'needs_review' },
      cite: 'HS 11357; HS 11361.9(b)',
    },
    {
      id: 'super-strike-before',
      title: 'Convicted of a super-strike before this conviction.',
      when: { term: 'has_conviction_in', list: 'super_strike', when: 'before' },
      then: { outcome: 'not_eligible' },
      cite: 'PC 667(e)(2)(C)(iv); HS 11358(d)(1), 11359(c)(1), 11360(a)(3)(A)',
    },
    {
      id: 'registrable-before',
      title: 'Convicted of an offense that requires registration under PC 290 before this conviction.',
      when: { term: 'has_conviction_in', list: 'registrable', when: 'before' },
      then: { outcome: 'not_eligible' },
      cite: 'PC 290(c); HS 11358(d)(1), 11359(c)(1), 11360(a)(3)(A)',
    },
    {
      id: 'registered-before',
      title: 'Registered under PC 290 before this conviction.',
      when: { term: 'registered', when: 'before', list: 'registrable' },
      then: { outcome: 'not_eligible' },
      cite: 'PC 290; HS 11358(d)(1), 11359(c)(1), 11360(a)(3)(A)',
    },
    {
      id: 'two-priors',
      title: 'Two or more earlier convictions of the same section.',
      when: {
        term: 'convictions_in',
        list: 'cannabis',
        atLeast: 2,
        when: 'earlier',
        section: 'same',
        per: 'count',
      },
      then: { outcome: 'not_eligible' },
      cite: 'HS 11358(d)(2), 11359(c)(2), 11360(a)(3)(B)',
    },
    {
      id: 'fifty-or-older',
      title: 'The person is 50 or older.',
      when: { term: 'age_as_of', compare: 'at_least', years: 50 },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'under-21',
      title: 'The person was under 21 when convicted.',
      when: { term: 'age_at_conviction', compare: 'under', years: 21 },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'ten-years-felony-free',
      title: 'No felony conviction in the last 10 years.',
      when: { term: 'conviction_free', years: 10, classes: ['felony'] },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'only-cannabis-complete',
      title: 'Only cannabis convictions on record, and every sentence is complete.',
      when: {
        all: [
          { term: 'only_convictions_in', list: 'cannabis' },
          { term: 'sentences', are: 'complete' },
        ],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
  ],
  otherwise: {
    title: 'None of the published grounds applies.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9(b)',
  },
  ...setAsideNote,
};
