import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import { presetNamed } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import { felony, notFelony, problemsOf, rule, small, under21 } from '../testing/policy-json.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context } from '../testing/small-policy.ts';
import { checkOrder } from './reachable.ts';
import { Effort } from './satisfiable.ts';
import { readPolicy, validatePolicy } from './validate.ts';

const priors = { term: 'convictions_in', list: 'cannabis', when: 'earlier', section: 'any', per: 'count' };

describe('sees that a rule can never be reached after one that says more', () => {
  test.each([
    [
      { term: 'age_as_of', compare: 'at_least', years: 50 },
      { term: 'age_as_of', compare: 'over', years: 60 },
    ],
    [
      { term: 'age_as_of', compare: 'over', years: 50 },
      { term: 'age_as_of', compare: 'at_least', years: 51 },
    ],
    [under21, { ...under21, years: 20 }],
    [{ term: 'age_at_offense', compare: 'under', years: 21 }, under21],
    [
      { term: 'convicted', compare: 'on_or_after', date: '2016-11-09' },
      { term: 'convicted', compare: 'after', date: '2016-11-09' },
    ],
    [
      { term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: 5 },
      { term: 'convicted', compare: 'before', yearsBeforeAsOf: 5 },
    ],
    [
      { term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: 5 },
      { term: 'conviction_free', years: 5 },
    ],
    [
      { term: 'conviction_free', years: 5, classes: ['felony'] },
      { term: 'conviction_free', years: 10 },
    ],
    [
      { ...priors, atLeast: 2 },
      { ...priors, atLeast: 3 },
    ],
    [
      { ...priors, atLeast: 2 },
      { ...priors, atLeast: 2, classes: ['felony'] },
    ],
    [
      { ...priors, atLeast: 2, when: 'any' },
      { ...priors, atLeast: 2, section: 'same', per: 'case' },
    ],
    [
      { ...priors, atLeast: 1 },
      { term: 'has_conviction_in', list: 'cannabis', when: 'before' },
    ],
    [
      { term: 'has_conviction_in', list: 'super_strike', when: 'ever' },
      { term: 'has_conviction_in', list: 'super_strike', when: 'before' },
    ],
    [
      { term: 'registered', when: 'ever', list: 'registrable' },
      { term: 'registered', when: 'before', list: 'registrable' },
    ],
    [
      { term: 'sentences', are: 'serving' },
      { term: 'sentences', are: 'serving', of: 'this_conviction' },
    ],
    [{ not: { term: 'sentences', are: 'serving' } }, { term: 'sentences', are: 'complete' }],
    [{ term: 'offense', in: 'cannabis' }, felony],
    [
      { term: 'agency', in: ['A', 'B'] },
      { term: 'agency', in: ['B'] },
    ],
    [{ not: { term: 'agency', in: ['A'] } }, { term: 'agency', in: ['B'] }],
    [
      { term: 'amount', compare: 'at_most', grams: 500 },
      { term: 'amount', compare: 'at_most', grams: 30 },
    ],
    [{ not: { term: 'relieved', how: 'ended' } }, under21],
  ])('%j, then %j', (first, then) => {
    const [one, two] = [rule('first', first), rule('then', then, 'reduce')];
    expect(Object.keys(problemsOf(small({ rules: [one, two] })))).toEqual(['rules.1.when']);
    expect(problemsOf(small({ rules: [two, one] }))).not.toHaveProperty(['rules.0.when']);
  });

  test('what is relieved already never comes to a rule', () => {
    const rules = [rule('relieved', { term: 'relieved', how: 'ended' }, 'not_eligible')];
    expect(problemsOf(small({ rules }))).toHaveProperty(['rules.0.when']);
  });

  test('an offense list that holds all of another', () => {
    const wide = { ...small(), lists: { ...(small()['lists'] as object), narrow: onlyUnder('HS 11360(a)') } };
    const offense = (list: string) => ({ term: 'offense', in: list });
    expect(
      problemsOf({
        ...wide,
        scope: { statutes: 'narrow', county: 'any' },
        rules: [rule('a', offense('cannabis')), rule('b', felony)],
      }),
    ).toHaveProperty(['rules.1.when']);
    expect(problemsOf({ ...wide, rules: [rule('a', offense('narrow')), rule('b', felony)] })).toEqual({});
  });
});

describe('warns of no overlap', () => {
  test.each([
    [felony, notFelony],
    [
      { term: 'age_as_of', compare: 'under', years: 50 },
      { term: 'age_as_of', compare: 'at_least', years: 50 },
    ],
    [
      { term: 'age_at_conviction', compare: 'under', years: 20 },
      { term: 'age_at_offense', compare: 'at_least', years: 20 },
    ],
    [
      { term: 'convicted', compare: 'after', yearsBeforeAsOf: 10 },
      { term: 'conviction_free', years: 10 },
    ],
    [
      { term: 'agency', in: ['A'] },
      { term: 'agency', in: ['B'] },
    ],
    [
      { term: 'sentences', are: 'complete' },
      { term: 'sentences', are: 'serving', of: 'this_conviction' },
    ],
  ])('between %j and %j', (first, then) => {
    const rules = [rule('first', first), rule('then', then, 'reduce')];
    expect(validatePolicy(small({ rules }))).toMatchObject({ ok: true, warnings: [] });
  });

  test('between rules that are never in force together', () => {
    const rules = [
      rule('old', felony, 'dismiss', { effective: { to: '2019-12-31' } }),
      rule('new', under21, 'reduce', { effective: { from: '2020-01-01' } }),
    ];
    expect(validatePolicy(small({ rules }))).toMatchObject({ ok: true, warnings: [] });
  });

  test('with what an earlier rule has taken from both', () => {
    const young = rule('young', under21, 'reduce');
    const rules = [rule('felony', felony), young, rule('others', { any: [felony, { term: 'deceased' }] }, 'reduce')];
    const result = validatePolicy(small({ rules: [...rules, rule('misdemeanor', notFelony)] }));
    const last = result.ok ? result.warnings.at(-1) : undefined;
    expect(last?.message).toContain('"young" and "others"');
    expect(last?.message).not.toContain('"felony"');
  });
});

test('never calls a rule out of reach that decides a conviction of which everything is known', () => {
  let refused = 0;
  fc.assert(
    fc.property(anyPolicy, fc.array(smallPerson, { minLength: 3, maxLength: 3 }), (policy, people) => {
      const outOfReach = checkOrder(policy).problems.map(({ path }) => policy.rules[Number(path.split('.')[1])]?.id);
      refused += outOfReach.length;
      for (const { ruleId, trace } of people.flatMap((one) => evaluate(smallHistory(one), policy, context))) {
        const isKnown = trace.steps.every(({ result }) => result !== 'unknown');
        if (isKnown) expect(outOfReach).not.toContain(ruleId);
      }
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(20);
});

describe('rules that are too many to compare', () => {
  const policy = presetNamed('la-2020');
  if (!policy) throw new RangeError('la-2020');

  test('are called so, and nothing is said of them that was not looked at', () => {
    const [{ path, message } = { path: '', message: '' }, ...others] = checkOrder(policy, new Effort(1_000)).warnings;
    expect([path, others]).toEqual(['rules', []]);
    expect(message).toContain('too many, or too closely connected');
    expect(checkOrder(policy).warnings.map((one) => one.message)).not.toContain(message);
  });

  test.each([
    ['many amounts', manyAmounts(150)],
    ['offices that exclude each other', offices(60)],
    ['few questions asked often', few(450)],
  ])('take no more than was given to them: %s', (_, rules) => {
    const effort = new Effort();
    const most = effort.left;
    const policy = readPolicy(small({ rules }));
    if (!policy) throw new RangeError('no policy');
    checkOrder(policy, effort);
    // The last thing that is done may take more than is left, and is no longer than the policy itself.
    expect(-effort.left).toBeLessThan(most / 10);
  });
});

const outcomes = ['dismiss', 'reduce', 'not_eligible', 'needs_review'];

function manyAmounts(many: number): unknown[] {
  return Array.from({ length: many }, (_, grams) =>
    rule(
      `r${grams}`,
      { all: [{ term: 'amount', compare: 'over', grams }, { not: { term: 'deceased' } }] },
      outcomes[grams % outcomes.length],
    ),
  );
}

/** One of two offices for each of many cases, all of them different: no way of answering is soon seen to be wrong. */
function offices(many: number): unknown[] {
  const agency = (name: string) => ({ term: 'agency', in: [name] });
  const all = Array.from({ length: many }, (_, place) => ({
    any: [agency(`a${place}`), agency(`b${(place + 1) % many}`), { not: agency(`a${(place * 7 + 1) % many}`) }],
  }));
  return [rule('a', { all }), rule('b', { not: { all } }, 'reduce')];
}

function few(many: number): unknown[] {
  const questions = Array.from({ length: 12 }, (_, grams) => ({ term: 'amount', compare: 'over', grams }));
  const any = Array.from({ length: many }, (_, place) => questions[(place * 5) % questions.length]);
  return [rule('a', { not: { any } }), rule('b', { any }, 'reduce')];
}

/** A list of one entry, with the rest as the cannabis list has it. */
function onlyUnder(statute: string): unknown {
  return { ...presetNamed('la-2020')?.lists['cannabis'], entries: [{ statute }] };
}
