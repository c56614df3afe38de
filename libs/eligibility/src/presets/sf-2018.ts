import { cannabis } from '../lists/cannabis.ts';
import { cannabisAndPleaDown, pleaDown } from '../lists/plea-down.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Condition, Policy } from '../policy/policy.ts';

const pleaDownAlone: readonly Condition[] = [
  { term: 'offense', in: 'plea_down' },
  { not: { term: 'offense', in: 'cannabis' } },
];

/** San Francisco: every conviction back to 1975 without a petition, but for those that a person looks at. */
export const sf2018: Policy = {
  name: 'sf-2018',
  version: '1.0.0',
  title: 'San Francisco, 2018',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.8',
  scope: { statutes: 'cannabis_and_plea_down', county: 'any' },
  lists: {
    cannabis_and_plea_down: cannabisAndPleaDown,
    cannabis,
    plea_down: pleaDown,
    super_strike: superStrike,
    registrable,
  },
  rules: [
    {
      id: 'no-cannabis-in-the-case',
      title: 'Nothing in the case is about cannabis.',
      when: {
        all: [...pleaDownAlone, { not: { term: 'case_has', list: 'cannabis', offense: 'in', counts: 'arrested' } }],
      },
      then: { outcome: 'out_of_scope' },
      cite: 'HS 11361.8',
    },
    {
      id: 'plea-down',
      title: 'May be what a cannabis charge of the same case was pleaded down to.',
      when: { all: pleaDownAlone },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.8; PC 32; HS 11364, 11366',
    },
    {
      id: 'super-strike',
      title: 'The person has a conviction for a super-strike.',
      when: { term: 'has_conviction_in', list: 'super_strike', when: 'ever' },
      then: { outcome: 'needs_review' },
      cite: 'PC 667(e)(2)(C)(iv); HS 11361.8(b)',
    },
    {
      id: 'registrable-offense',
      title: 'The person has a conviction for an offense that requires registration under PC 290.',
      when: { term: 'has_conviction_in', list: 'registrable', when: 'ever' },
      then: { outcome: 'needs_review' },
      cite: 'PC 290(c); HS 11361.8(b)',
    },
    {
      id: 'registered',
      title: 'The person is registered under PC 290.',
      when: { term: 'registered', when: 'ever', list: 'registrable' },
      then: { outcome: 'needs_review' },
      cite: 'PC 290; HS 11361.8(b)',
    },
    {
      id: 'two-prior-felonies',
      title: 'Two or more earlier felony convictions of the same section.',
      when: {
        term: 'convictions_in',
        list: 'cannabis',
        classes: ['felony'],
        atLeast: 2,
        when: 'earlier',
        section: 'same',
        per: 'count',
      },
      then: { outcome: 'needs_review' },
      cite: 'HS 11358(d)(2), 11359(c)(2), 11360(a)(3)(B)',
    },
    {
      id: 'since-1975',
      title: 'Every cannabis conviction back to 1975 is dismissed.',
      when: { term: 'convicted', compare: 'on_or_after', date: '1975-01-01' },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f)',
    },
  ],
  otherwise: {
    title: 'A conviction from before 1975 is looked at by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.8(e), (f)',
  },
};
