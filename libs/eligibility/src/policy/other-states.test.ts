import { describe, expect, test } from 'vitest';

import type { Outcome } from '../determination.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { first, policyOf } from '../testing/small-policy.ts';
import type { Condition, Policy } from './policy.ts';
import { sentences } from './sentences.ts';
import type { Severity } from './term.ts';
import { validatePolicy } from './validate.ts';

/** A rule of another state over the lists of California: what is tried here is the language, not the lists. */
function policy(...rules: readonly (readonly [Condition, Outcome])[]): Policy {
  return { ...policyOf(...rules), jurisdiction: 'ZZ' };
}

const is = (...classes: readonly Severity[]): Condition => ({ term: 'severity', is: classes });
const all = (...parts: readonly Condition[]): Condition => ({ all: parts });
const not = (part: Condition): Condition => ({ not: part });
const free = (years: number): Condition => ({ term: 'conviction_free', years });
const old = (years: number): Condition => ({ term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: years });
const atMost = (grams: number): Condition => ({ term: 'amount', compare: 'at_most', grams });
const any = (classes: readonly Severity[], atLeast: number, per: 'case' | 'count' = 'count'): Condition => ({
  term: 'convictions_in',
  classes,
  atLeast,
  when: 'any',
  section: 'any',
  per,
});
const other = (counts: 'charged' | 'convicted'): Condition => ({
  term: 'case_has',
  list: 'cannabis',
  offense: 'outside',
  counts,
});
const openCase: Condition = { term: 'open_case' };
const serving: Condition = { term: 'sentences', are: 'serving' };
const band = (from: string, before: string): Condition =>
  all(
    { term: 'convicted', compare: 'on_or_after', date: from },
    { term: 'convicted', compare: 'before', date: before },
  );

const states: readonly (readonly [string, Policy])[] = [
  [
    'Illinois: up to 30 grams of itself, up to 500 by motion, in bands of dates',
    policy(
      [all(atMost(30), band('2013-01-01', '2019-06-25')), 'dismiss'],
      [all(atMost(30), { term: 'convicted', compare: 'before', date: '2013-01-01' }), 'dismiss'],
      [all(not(atMost(30)), atMost(500)), 'needs_review'],
    ),
  ],
  ['New Jersey: another charge in the case blocks', policy([other('charged'), 'not_eligible'], [all(), 'dismiss'])],
  ['New York: by section and amount', policy([all({ term: 'offense', in: 'cannabis' }, atMost(85)), 'dismiss'])],
  [
    'Oregon: so many years by class, free of convictions as long, and no open case',
    policy(
      [openCase, 'not_eligible'],
      [all(is('felony'), old(5), free(5)), 'dismiss'],
      [all(is('misdemeanor'), old(3), free(3)), 'dismiss'],
      [all(is('infraction'), old(1), free(1)), 'dismiss'],
    ),
  ],
  [
    'Pennsylvania: 7 or 10 years, with caps on what else there is',
    policy(
      [any(['felony'], 2), 'not_eligible'],
      [any(['misdemeanor'], 4, 'case'), 'not_eligible'],
      [all(is('misdemeanor'), free(7)), 'dismiss'],
      [all(is('felony'), free(10)), 'dismiss'],
    ),
  ],
  [
    'Utah: the case as the unit, nothing open, nobody in custody',
    policy(
      [{ any: [openCase, serving] }, 'not_eligible'],
      [other('convicted'), 'not_eligible'],
      [all(is('misdemeanor'), free(6)), 'dismiss'],
    ),
  ],
  ['Missouri: up to three pounds, nobody in custody', policy([all(atMost(1361), not(serving)), 'dismiss'])],
  ['Minnesota: felonies go to a board', policy([is('felony'), 'refer'], [is('misdemeanor'), 'dismiss'])],
];

describe.each(states)('%s', (_name, state) => {
  test('is a policy, and can be read', () => {
    expect(validatePolicy(JSON.parse(JSON.stringify(state)))).toMatchObject({ ok: true });
    for (const language of ['en', 'es'] as const) {
      for (const { sentence } of sentences(state, language)) expect(sentence).toMatch(/^\S.*\.$/);
    }
  });
});

const [illinois, newJersey, , oregon, pennsylvania, utah] = states.map(([, state]) => state);

function outcomeOf(state: Policy | undefined, ...cases: SmallPerson['cases']): readonly string[] {
  if (!state) throw new RangeError('no such state');
  const { outcome, unknownFacts } = first({ born: '19700101', cases }, state);
  return [outcome, ...unknownFacts.map(({ fact }) => fact)];
}

const sale = { offense: '11359 HS-SALE' };
const possession = { offense: '11357(B) HS', severity: 'MISDEMEANOR' };

test('an amount that the file does not hold is named, and asked for only where it matters', () => {
  expect(outcomeOf(illinois, { date: '20150101', counts: [sale] })).toEqual(['needs_review', 'amount']);
  expect(outcomeOf(illinois, { date: '20191231', counts: [sale] })).toEqual(['needs_review']);
  const whatever = policy([atMost(30), 'dismiss'], [all(not(atMost(30)), atMost(500)), 'reduce'], [all(), 'dismiss']);
  expect(outcomeOf(whatever, { date: '20150101', counts: [sale] })).toEqual(['needs_review', 'amount']);
  const either = policy([atMost(30), 'dismiss'], [not(atMost(20)), 'dismiss']);
  expect(outcomeOf(either, { date: '20150101', counts: [sale] })).toEqual(['dismiss']);
});

test('another charge in the case blocks, whatever became of it', () => {
  const burglary = { offense: '459 PC', disposition: 'DISMISSED' };
  expect(outcomeOf(newJersey, { date: '20150101', counts: [sale, burglary] })).toEqual(['not_eligible']);
  expect(outcomeOf(newJersey, { date: '20150101', counts: [sale, possession] })).toEqual(['dismiss']);
  expect(outcomeOf(utah, { date: '20100101', counts: [possession, burglary] })).toEqual(['dismiss']);
  expect(outcomeOf(utah, { date: '20100101', counts: [possession, { offense: '459 PC' }] })).toEqual(['not_eligible']);
});

test('an open case blocks, and one that may be open is asked about', () => {
  const open = (disposition: string) => ({ date: '20160101', counts: [{ offense: '459 PC', disposition }] });
  const old1357 = { date: '20000101', counts: [possession] };
  expect(outcomeOf(oregon, old1357, open('PENDING'))).toEqual(['not_eligible']);
  expect(outcomeOf(oregon, old1357, open('DISMISSED'))).toEqual(['dismiss']);
  expect(outcomeOf(oregon, old1357, open(''))).toEqual(['needs_review', 'open_case']);
});

test('caps count convictions of a class, by count or by case', () => {
  const felony = (date: string) => ({ date, counts: [{ offense: '459 PC' }] });
  const twoCounts = {
    date: '19990101',
    counts: [
      { ...possession, offense: '484 PC' },
      { ...possession, offense: '485 PC' },
    ],
  };
  const old1359 = { date: '20000101', counts: [sale] };
  expect(outcomeOf(pennsylvania, old1359, felony('19980101'))).toEqual(['dismiss']);
  expect(outcomeOf(pennsylvania, old1359, felony('19980101'), felony('19990101'))).toEqual(['not_eligible']);
  expect(outcomeOf(pennsylvania, old1359, twoCounts, twoCounts)).toEqual(['dismiss']);
  const four = [1996, 1997, 1998, 1999].map((year) => ({ ...twoCounts, date: `${year}0101` }));
  expect(outcomeOf(pennsylvania, old1359, ...four)).toEqual(['not_eligible']);
});
