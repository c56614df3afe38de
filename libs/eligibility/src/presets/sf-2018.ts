import { cannabis, cultivationOrSale, sale } from '../lists/cannabis.ts';
import { cannabisAndPleaDown, pleaDown } from '../lists/plea-down.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { afterProp64 } from './after-prop-64.ts';

const pleaDownAlone: readonly Condition[] = [
  { term: 'offense', in: 'plea_down' },
  { not: { term: 'offense', in: 'cannabis' } },
];

/** San Francisco weighed a pound of cannabis or more against a felony: 453.592 grams. */
const ONE_POUND = 453.592;

/**
 * San Francisco: every conviction without a petition, but for felonies that a person looks at. The office went back to 1975
 * because the court's system does, which is no rule.
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
    cultivation_or_sale: cultivationOrSale,
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
      confirm:
        'These three are the pleas that the office named. Which others it takes for pleas to a cannabis charge is its own choice.',
      confirmEs:
        'Estos tres son los acuerdos que la oficina nombró. Qué otros considera acuerdos por un cargo de cannabis es decisión suya.',
    },
    afterProp64,
    {
      id: 'no-felony-of-cultivation-or-sale',
      title: 'Possession, and whatever is no felony, knows no exclusion and is dismissed.',
      when: {
        any: [
          { term: 'severity', is: ['misdemeanor', 'infraction'] },
          { not: { term: 'offense', in: 'cultivation_or_sale' } },
        ],
      },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11357, 11360(b)',
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
      id: 'over-one-pound',
      title: 'Possession for sale, sale or transport of more than a pound (453.592 grams).',
      when: {
        all: [
          { term: 'offense', in: 'sale' },
          { term: 'amount', compare: 'over', grams: ONE_POUND },
        ],
      },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.8(b); HS 11359, 11360',
      confirm:
        'No file shows the amount, so every felony of HS 11359 and 11360 goes to a person. Whether the office presumes a pound or less where nothing says otherwise is its own choice.',
      confirmEs:
        'Ningún archivo muestra la cantidad, así que todo delito grave de HS 11359 y 11360 va a una persona. Si la oficina presume una libra o menos cuando nada indica otra cosa es decisión suya.',
    },
    {
      id: 'cannabis-conviction',
      title: 'Every other cannabis conviction is dismissed.',
      when: { term: 'offense', in: 'cannabis' },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f)',
    },
  ],
  otherwise: {
    title: 'Whether this is a cannabis conviction must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.8(e), (f)',
  },
};
