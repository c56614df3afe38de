import { beyondPossession, cannabis, possession, sale } from '../lists/cannabis.ts';
import { cannabisAndPleaDown, pleaDown } from '../lists/plea-down.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { afterProposition64, only } from './proposition-64.ts';

const SOURCE = 'San Francisco District Attorney, 2018';
const ONE_POUND_IN_GRAMS = 453.592;

const pleaDownAlone: readonly Condition[] = [
  { term: 'offense', in: 'plea_down' },
  { not: { term: 'offense', in: 'cannabis' } },
];

/**
 * San Francisco: every cannabis conviction without a petition, but for felonies of HS 11358 to 11360 with an exclusion
 * and what may be a plea, which a person looks at. The court's system reached back to 1975; that was no rule.
 */
export const sf2018: Policy = {
  name: 'sf-2018',
  version: '2.0.0',
  title: 'San Francisco, 2018',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.8',
  scope: { statutes: 'cannabis_and_plea_down', county: 'any', setAside: 'out_of_scope' },
  lists: {
    cannabis_and_plea_down: cannabisAndPleaDown,
    cannabis,
    possession,
    beyond_possession: beyondPossession,
    sale,
    plea_down: pleaDown,
    super_strike: superStrike,
    registrable,
  },
  rules: [
    {
      id: 'no-cannabis-in-the-case',
      title: 'Nothing in the case is about cannabis.',
      when: {
        all: [...pleaDownAlone, { not: { term: 'case_has', list: 'cannabis', offense: 'in', counts: 'charged' } }],
      },
      then: { outcome: 'out_of_scope' },
      cite: `HS 11361.8; ${SOURCE}`,
    },
    afterProposition64,
    {
      id: 'plea-down',
      title: 'May be what a cannabis charge of the same case was pleaded down to.',
      when: { all: pleaDownAlone },
      then: { outcome: 'needs_review' },
      cite: `HS 11361.8; PC 32; HS 11364, 11366; ${SOURCE}`,
      confirm: 'Which offenses the office takes for pleas to a cannabis charge is its own choice.',
    },
    {
      id: 'misdemeanor-or-infraction',
      title: 'Every misdemeanor or infraction is dismissed: exclusions were tried on felonies only.',
      when: { term: 'severity', is: ['misdemeanor', 'infraction'] },
      then: { outcome: 'dismiss' },
      cite: `HS 11361.8(e), (f); HS 11357, 11360(b); ${SOURCE}`,
    },
    {
      id: 'possession',
      title: 'Every conviction of possession is dismissed: HS 11357 knows no exclusion by earlier convictions.',
      when: { all: only('possession', 'beyond_possession') },
      then: { outcome: 'dismiss' },
      cite: `HS 11361.8(e), (f); HS 11357; ${SOURCE}`,
    },
    {
      id: 'super-strike',
      title: 'The person has a conviction for a super-strike.',
      when: { term: 'has_conviction_in', list: 'super_strike', when: 'ever' },
      then: { outcome: 'needs_review' },
      cite: `PC 667(e)(2)(C)(iv); HS 11361.8(b); ${SOURCE}`,
    },
    {
      id: 'registrable-offense',
      title: 'The person has a conviction for an offense that requires registration under PC 290.',
      when: { term: 'has_conviction_in', list: 'registrable', when: 'ever' },
      then: { outcome: 'needs_review' },
      cite: `PC 290(c); HS 11361.8(b); ${SOURCE}`,
    },
    {
      id: 'registered',
      title: 'The person is registered under PC 290.',
      when: { term: 'registered', when: 'ever', list: 'registrable' },
      then: { outcome: 'needs_review' },
      cite: `PC 290; HS 11361.8(b); ${SOURCE}`,
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
      cite: `HS 11358(d)(2), 11359(c)(2), 11360(a)(3)(B); ${SOURCE}`,
    },
    {
      id: 'over-one-pound',
      title: 'Possession for sale, or sale, of more than one pound.',
      when: {
        all: [
          { term: 'offense', in: 'sale' },
          { term: 'amount', compare: 'over', grams: ONE_POUND_IN_GRAMS },
        ],
      },
      then: { outcome: 'needs_review' },
      cite: `HS 11361.8(b); HS 11359, 11360; ${SOURCE}`,
      confirm:
        'The file does not show the amount, so that every felony of HS 11359 and 11360 goes to a person. Whether the office presumes one pound or less where nothing says otherwise is its own choice.',
    },
    {
      id: 'felony',
      title: 'Every other felony is dismissed.',
      when: { term: 'severity', is: ['felony'] },
      then: { outcome: 'dismiss' },
      cite: `HS 11361.8(e), (f); ${SOURCE}`,
    },
  ],
  otherwise: {
    title: 'What kind of conviction this is must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: `HS 11361.8(e), (f); ${SOURCE}`,
  },
};
