import fc from 'fast-check';

import type { Outcome } from '../determination.ts';
import { cannabis } from '../lists/cannabis.ts';
import { registrable } from '../lists/registrable.ts';
import { superStrike } from '../lists/super-strike.ts';
import type { Condition, Policy, Rule } from '../policy/policy.ts';
import type { Term } from '../policy/term.ts';
import type { SmallCase, SmallCount, SmallPerson } from './small-history.ts';

/** Days close to each other, so that comparisons often fall on a boundary. */
const day = fc.tuple(fc.integer({ min: 1985, max: 2017 }), fc.constantFrom('0213', '0214', '0228', '0301', '1109'));
const date = day.map(([year, rest]) => `${year}${rest}`);
const partial = fc.oneof(
  { weight: 6, arbitrary: date },
  { weight: 1, arbitrary: day.map(([year]) => `${year}0000`) },
  { weight: 1, arbitrary: fc.constant('') },
);

const offense = fc.constantFrom(
  '11357(A) HS-POSSESS',
  '11358 HS-CULTIVATE',
  '11359 HS-SALE',
  '11359 HS-SALE',
  '11360(A) HS-SELL',
  '459 PC-BURGLARY',
  '245 PC-ASSAULT',
  '187(A) PC-MURDER',
  '243.4(A) PC-SEXUAL BATTERY',
  'SOMETHING',
);

/** A later row that made a misdemeanor of it. */
export const REDUCED = 'REDUCED TO MISD PER 17(B) PC';

/** No count contradicts itself: an infraction cannot be reduced to a misdemeanor. */
const count: fc.Arbitrary<SmallCount> = fc
  .record({
    offense,
    severity: fc.constantFrom('FELONY', 'FELONY', 'MISDEMEANOR', 'INFRACTION', ''),
    sentence: fc.constantFrom(['012M'], ['060M', '030D'], ['120M']),
    disposition: fc.constantFrom(...new Array<string>(8).fill('CONVICTED'), 'DISMISSED', 'SEE MINUTE ORDER', ''),
    later: fc.constantFrom([], [], [], [REDUCED], ['CONV SET ASIDE & DISM PER 1203.4 PC'], ['HM']),
  })
  .filter(({ later, severity: stated }) => stated !== 'INFRACTION' || later[0] !== REDUCED);

const smallCase: fc.Arbitrary<SmallCase> = fc.record({
  date: partial,
  county: fc.constantFrom('LOS ANGELES', 'LOS ANGELES', 'LOS ANGELES', 'FRESNO', ''),
  arrestedBy: fc.constantFrom('CAPD LOS ANGELES', 'CAPD GLENDALE', 'CAHP X'),
  counts: fc.array(count, { minLength: 1, maxLength: 2 }),
});

/** A person who was at least ten at every conviction, so that no dates contradict each other. */
export const smallPerson: fc.Arbitrary<SmallPerson> = fc.record(
  {
    born: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1960, max: 1974 }).map((year) => `${year}0214`) },
      { weight: 1, arbitrary: fc.constant('19700000') },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    cases: fc.array(smallCase, { minLength: 1, maxLength: 4 }),
    registered: fc.record({ date: partial, text: fc.constantFrom('290 PC-SEX OFFENDER', '11590 HS', 'REGISTRANT') }),
  },
  { requiredKeys: ['born', 'cases'] },
);

const list = fc.constantFrom('cannabis', 'super_strike', 'registrable');
const ageCompare = fc.constantFrom('under', 'at_most', 'at_least', 'over');
const severity = fc.constantFrom('felony', 'misdemeanor', 'infraction');

const classes = fc.uniqueArray(severity, { minLength: 1, maxLength: 3 });

const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ term: fc.constant('severity'), is: fc.uniqueArray(severity, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    term: fc.constant('convicted'),
    compare: fc.constantFrom('before', 'on_or_before', 'after', 'on_or_after'),
    date: day.map(([year, rest]) => `${year}-${rest.slice(0, 2)}-${rest.slice(2)}`),
  }),
  fc.record({ term: fc.constant('age_at_conviction'), compare: ageCompare, years: fc.integer({ min: 18, max: 30 }) }),
  fc.record({
    term: fc.constant('age_at_offense'),
    compare: ageCompare,
    years: fc.integer({ min: 18, max: 30 }),
    within: fc.constantFrom(0, 3, 30),
  }),
  fc.record({
    term: fc.constant('amount'),
    compare: fc.constantFrom('at_most', 'over'),
    grams: fc.integer({ max: 9 }),
  }),
  fc.record({
    term: fc.constant('case_has'),
    list,
    offense: fc.constantFrom('in', 'outside'),
    counts: fc.constantFrom('charged', 'convicted'),
  }),
  fc.record({
    term: fc.constant('among_first'),
    most: fc.integer({ min: 1, max: 3 }),
    order: fc.constantFrom('earliest', 'latest'),
    classes,
  }),
  fc.record({ term: fc.constant('sentence_ended'), years: fc.integer({ min: 1, max: 12 }), parts: fc.constant('all') }),
  fc.constant({ term: 'open_case' } as const),
  fc.record({ term: fc.constant('age_as_of'), compare: ageCompare, years: fc.integer({ min: 45, max: 60 }) }),
  fc.record({
    term: fc.constant('conviction_free'),
    years: fc.integer({ min: 3, max: 12 }),
    classes,
  }),
  fc.record({ term: fc.constant('only_convictions_in'), list }),
  fc.record({ term: fc.constant('has_conviction_in'), list, when: fc.constantFrom('before', 'ever') }),
  fc.record({
    term: fc.constant('convictions_in'),
    atLeast: fc.integer({ min: 1, max: 3 }),
    when: fc.constantFrom('earlier', 'any'),
    section: fc.constant('any'),
    per: fc.constantFrom('case', 'count'),
    classes,
  }),
  fc.record({
    term: fc.constant('convictions_in'),
    list,
    atLeast: fc.integer({ min: 1, max: 3 }),
    when: fc.constantFrom('earlier', 'any'),
    section: fc.constantFrom('same', 'any'),
    per: fc.constantFrom('case', 'count'),
  }),
  fc.record({
    term: fc.constant('registered'),
    when: fc.constantFrom('before', 'ever'),
    list: fc.constant('registrable'),
  }),
  fc.record({
    term: fc.constant('sentences'),
    are: fc.constantFrom('complete', 'serving'),
    of: fc.constantFrom('this_conviction', 'record'),
  }),
  fc.record({
    term: fc.constant('agency'),
    in: fc.constantFrom(['Los Angeles City Attorney'], ['Los Angeles County District Attorney']),
  }),
  fc.record({ term: fc.constant('relieved'), how: fc.constant('reduced') }),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: term },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('tree') }) },
  ),
})).tree;

const outcome = fc.constantFrom<Outcome>('dismiss', 'dismiss', 'reduce', 'not_eligible', 'needs_review', 'refer');

const rule: fc.Arbitrary<Rule> = fc.record({ when: condition, outcome }).map(({ outcome: to, when }) => ({
  id: 'rule',
  title: 'A rule.',
  when,
  then: { outcome: to },
  cite: 'none',
}));

/** A policy of some rules of any kind, with nothing said of what unknown facts count as. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({ rules: fc.array(rule, { minLength: 1, maxLength: 4 }), last: outcome })
  .map(({ last, rules }) => ({
    name: 'any',
    version: '1',
    title: 'Any',
    jurisdiction: 'ZZ',
    legalBasis: 'none',
    scope: { statutes: 'cannabis', county: 'any' },
    lists: { cannabis, super_strike: superStrike, registrable },
    rules: rules.map((each, index) => ({ ...each, id: `rule-${index}` })),
    otherwise: { title: 'Otherwise.', then: { outcome: last }, cite: 'none' },
  }));
