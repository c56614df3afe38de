import { describe, expect, test } from 'vitest';

import { presetNamed } from '../presets/presets.ts';
import { felony, notFelony, problemsOf, rule, small, under21 } from '../testing/policy-json.ts';
import type { Policy } from './policy.ts';
import { policyCanonical, validatePolicy } from './validate.ts';

describe('accepts', () => {
  test('a policy that is right, and gives it back as it was', () => {
    expect(validatePolicy(small())).toEqual({ ok: true, policy: small(), warnings: [] });
  });

  test('an overlap that order alone decides, with a warning', () => {
    const rules = [rule('first', felony), rule('second', under21, 'reduce')];
    const result = validatePolicy(small({ rules }));
    expect(result).toMatchObject({ ok: true, warnings: [{ path: 'rules.1' }] });
  });

  test('rules that exclude each other without a warning', () => {
    const rules = [rule('first', felony), rule('second', { all: [notFelony, under21] }, 'reduce')];
    expect(validatePolicy(small({ rules }))).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('refuses, with the path to it,', () => {
  test('what is no policy at all', () => {
    expect(problemsOf('nothing')).toHaveProperty('');
    expect(problemsOf(null)).toHaveProperty('');
  });

  test('a missing otherwise', () => {
    expect(problemsOf(small({ otherwise: undefined }))).toHaveProperty('otherwise');
  });

  test('two rules of one id, and an id of the engine', () => {
    expect(problemsOf(small({ rules: [rule('a', felony), rule('a', under21)] }))).toHaveProperty(['rules.1.id']);
    expect(problemsOf(small({ rules: [rule('otherwise', felony)] }))).toHaveProperty(['rules.0.id']);
  });

  test('a list that does not exist, wherever it is named', () => {
    const rules = [rule('a', { not: { all: [felony, { term: 'only_convictions_in', list: 'missing' }] } })];
    expect(problemsOf(small({ rules }))).toHaveProperty(['rules.0.when.not.all.1.list']);
    expect(problemsOf(small({ scope: { statutes: 'missing', county: 'any' } }))).toHaveProperty(['scope.statutes']);
  });

  test('a term that does not exist, and a field that it does not have, at its place', () => {
    const wrong = { any: [felony, { all: [{ term: 'weight', grams: 30 }] }] };
    expect(problemsOf(small({ rules: [rule('a', wrong)] }))).toHaveProperty(['rules.0.when.any.1.all.0.term']);
    const extra = { all: [{ ...felony, comment: 'x' }] };
    expect(problemsOf(small({ rules: [rule('a', extra)] }))).toHaveProperty(['rules.0.when.all.0']);
  });

  test('a date that no calendar has', () => {
    const wrong = { term: 'convicted', compare: 'before', date: '2017-02-29' };
    expect(problemsOf(small({ rules: [rule('a', wrong)] }))).toHaveProperty(['rules.0.when.date']);
  });

  test('a comparison with both a date and a number of years, or with neither', () => {
    const both = { term: 'convicted', compare: 'before', date: '2016-11-09', yearsBeforeAsOf: 10 };
    const neither = { term: 'convicted', compare: 'before' };
    expect(problemsOf(small({ rules: [rule('a', both)] }))).toHaveProperty(['rules.0.when']);
    expect(problemsOf(small({ rules: [rule('a', neither)] }))).toHaveProperty(['rules.0.when']);
  });

  test('a threshold outside what the law of the state allows', () => {
    const wrong = { term: 'age_as_of', compare: 'at_least', years: 39 };
    expect(problemsOf(small({ rules: [rule('a', wrong)] }))).toHaveProperty(['rules.0.when.years']);
    expect(problemsOf(small({ rules: [rule('a', { ...wrong, years: 40 })] }))).toEqual({});
    expect(problemsOf(small({ rules: [rule('a', wrong)], jurisdiction: 'IL' }))).toEqual({});
  });

  test('a rule after one that always holds', () => {
    const rules = [rule('always', { all: [] }), rule('never', felony)];
    expect(problemsOf(small({ rules }))).toHaveProperty(['rules.1.when']);
  });

  test('a rule after ones that together always hold', () => {
    const rules = [rule('a', felony), rule('b', notFelony), rule('c', under21)];
    expect(problemsOf(small({ rules }))).toHaveProperty(['rules.2.when']);
  });

  test('a rule that can never hold', () => {
    expect(problemsOf(small({ rules: [rule('a', { all: [felony, notFelony] })] }))).toHaveProperty(['rules.0.when']);
    expect(problemsOf(small({ rules: [rule('a', { any: [] })] }))).toHaveProperty(['rules.0.when']);
  });

  test('a rule after an always-true one only while that one is in force', () => {
    const always = rule('always', { all: [] }, 'dismiss', { effective: { to: '2022-12-31' } });
    expect(problemsOf(small({ rules: [always, rule('later', felony)] }))).toEqual({});
    const within = rule('within', felony, 'dismiss', { effective: { to: '2021-12-31' } });
    expect(problemsOf(small({ rules: [always, within] }))).toHaveProperty(['rules.1.when']);
  });

  test('an order on an outcome that is no relief', () => {
    const wrong = { ...rule('a', felony), then: { outcome: 'not_eligible', order: 'recall' } };
    expect(problemsOf(small({ rules: [wrong] }))).toHaveProperty(['rules.0.then.order']);
  });

  test('an agency on an outcome that is no referral', () => {
    const wrong = { ...rule('a', felony), then: { outcome: 'dismiss', agency: 'Somebody' } };
    expect(problemsOf(small({ rules: [wrong] }))).toHaveProperty(['rules.0.then.agency']);
  });

  test('counting an unknown fact so that it leads to relief', () => {
    const holds = rule('a', { ...under21, unknown: 'holds' });
    expect(problemsOf(small({ rules: [holds] }))).toHaveProperty(['rules.0.when.unknown']);
    const turned = rule('a', { not: { ...under21, unknown: 'fails' } });
    expect(problemsOf(small({ rules: [turned] }))).toHaveProperty(['rules.0.when.not.unknown']);
    const past = [rule('a', { ...felony, unknown: 'fails' }, 'not_eligible'), rule('b', under21)];
    expect(problemsOf(small({ rules: past }))).toHaveProperty(['rules.0.when.unknown']);
    const safe = [
      rule('a', { ...felony, unknown: 'holds' }, 'not_eligible'),
      rule('b', { ...under21, unknown: 'fails' }),
    ];
    expect(problemsOf(small({ rules: safe }))).toEqual({});
  });
});

test('writes a policy as the same bytes whatever the order of its keys', () => {
  const policy = presetNamed('la-2020');
  if (!policy) throw new RangeError('la-2020');
  const reversed = Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy;
  expect(policyCanonical(reversed)).toBe(policyCanonical(policy));
  const result = validatePolicy(JSON.parse(policyCanonical(policy)));
  expect(result.ok && policyCanonical(result.policy)).toBe(policyCanonical(policy));
});

const TERMS =
  'offense, severity, convicted, age_at_conviction, age_at_offense, age_as_of, conviction_free, only_convictions_in, ' +
  'convictions_in, among_first, has_conviction_in, registered, sentences, sentence_ended, deceased, agency, amount, ' +
  'case_has, open_case, relieved, county';

describe('says what is wrong in plain words', () => {
  test.each([
    [{ otherwise: undefined }, 'otherwise', 'is missing: a policy must say what happens where no rule applies'],
    [{ rules: undefined }, 'rules', 'is missing: a policy needs at least one rule'],
    [{ title: 7 }, 'title', 'must be a text'],
    [
      { colour: 'red' },
      '',
      'has a part that does not belong here, "colour": it has name, version, title, jurisdiction, legalBasis, scope, lists, rules, otherwise, confirm, confirmEs',
    ],
    [
      { rules: [rule('a', { term: 'open_case', years: 7 })] },
      'rules.0.when',
      'has a part that does not belong here, "years": it has term, unknown',
    ],
    [{ rules: [] }, 'rules', 'a policy needs at least one rule'],
    [
      { rules: [rule('a', { term: 'severity', is: ['crime'] })] },
      'rules.0.when.is.0',
      'must be one of "felony", "misdemeanor", "infraction"',
    ],
    [
      { rules: [rule('a', { term: 'weight' })] },
      'rules.0.when.term',
      `is no condition that the policy language has: there are all, any, not, ${TERMS}`,
    ],
    [{ rules: [rule('a', { ...under21, years: 200 })] }, 'rules.0.when.years', 'must be at most 120'],
    [{ rules: [rule('a', { ...under21, years: -1 })] }, 'rules.0.when.years', 'must be at least 0'],
    [
      { rules: [rule('a', { term: 'only_convictions_in', list: 'mine' })] },
      'rules.0.when.list',
      'the policy has no list "mine": it has cannabis, possession, possession_a_or_b, cultivation_or_sale, super_strike, registrable',
    ],
    [
      { rules: [rule('a', { ...under21, years: 17 })] },
      'rules.0.when.years',
      'is 17 and must be from 18 to 21: HS 11362.1 draws the line of age at 21, and juvenile matters (under 18) are not convictions (WIC 203)',
    ],
    [
      { rules: [rule('a', { all: [felony, notFelony] })] },
      'rules.0.when',
      'no conviction can ever meet this condition',
    ],
    [
      { rules: [rule('a', felony), rule('old', under21), rule('b', notFelony), rule('c', under21, 'reduce')] },
      'rules.3.when',
      'this rule can never be reached: "old" before it takes every conviction that would come to it',
    ],
    [
      { rules: [rule('a', felony), rule('b', notFelony), rule('c', { term: 'deceased' })] },
      'rules.2.when',
      'this rule can never be reached: "a" and "b" before it together take every conviction that would come to it',
    ],
  ])('%#: %j', (changes, path, message) => {
    expect(problemsOf(small(changes))).toMatchObject({ [path]: message });
  });

  test('also where order alone decides', () => {
    const rules = [rule('first', felony), rule('second', under21, 'reduce')];
    expect(validatePolicy(small({ rules }))).toMatchObject({
      warnings: [
        {
          path: 'rules.1',
          message: 'a conviction can meet this rule and also "first", with another outcome: only their order decides',
        },
      ],
    });
  });
});
