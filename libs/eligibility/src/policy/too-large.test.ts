import { describe, expect, test } from 'vitest';

import { presets } from '../presets/presets.ts';
import { felony, rule, small } from '../testing/policy-json.ts';
import { MOST, tooLarge } from './too-large.ts';
import { readPolicy, validatePolicy } from './validate.ts';

const times = <T>(many: number, make: (place: number) => T): T[] =>
  Array.from({ length: many }, (_, place) => make(place));
const listOf = (statutes: number) => ({
  ...(small()['lists'] as Record<string, object>)['cannabis'],
  entries: times(statutes, (place) => ({ statute: `HS ${place + 1}` })),
});
const rules = (many: number) => ({ rules: times(many, (place) => rule(`r${place}`, felony)) });
const conditions = (many: number) => ({ rules: [rule('a', { any: times(many - 1, () => ({ term: 'deceased' })) })] });
const agencies = (many: number) => ({
  rules: [rule('a', { term: 'agency', in: times(many - 1, (place) => `A ${place}`) })],
});
const lists = (many: number) => ({ lists: Object.fromEntries(times(many, (place) => [`l${place}`, listOf(1)])) });
const statutes = (many: number) => ({ lists: { one: listOf(many - 5), other: listOf(5) } });
const pairs = (many: number) => ({
  lists: {
    one: { ...listOf(0), pairs: [{ enhancement: 'PC 186.22', offenses: times(many - 1, (place) => `PC ${place}`) }] },
  },
});
const values = (many: number) => ({ notes: times(many, () => 1) });

describe('what is too large to be checked', () => {
  test.each([
    ['rules', rules, MOST.rules, 'the policy has 201 rules, and at most 200 can be checked'],
    ['conditions', conditions, MOST.conditions, 'the rules together have 1,001 conditions'],
    ['values of a condition', agencies, MOST.conditions, 'the rules together have 1,001 conditions'],
    ['lists', lists, MOST.lists, 'the policy has 61 lists'],
    ['statutes', statutes, MOST.statutes, 'the lists together have 3,001 statutes'],
    ['statutes of pairs', pairs, MOST.statutes, 'the lists together have 3,001 statutes'],
  ] as const)('is said with how much there may be: %s', (_, make, most, message) => {
    expect(tooLarge(small(make(most)))).toBeUndefined();
    const large = small(make(most + 1));
    const problem = { path: '', message: expect.stringContaining(message) as string };
    expect(tooLarge(large)).toEqual(problem);
    expect(validatePolicy(large)).toEqual({ ok: false, problems: [problem] });
    expect(readPolicy(large)).toBeUndefined();
  });

  test('is said of values of any kind, and of a depth that no stack could follow', () => {
    expect(tooLarge(small(values(MOST.values)))).toMatchObject({ path: '' });
    let deep: unknown = 'x';
    for (let depth = 0; depth < 500_000; depth += 1) deep = [deep];
    expect(tooLarge(deep)).toMatchObject({ message: 'goes more than 40 levels deep: nobody could read it' });
    expect(readPolicy(deep)).toBeUndefined();
  });

  test.each([null, 7, 'x', [], {}, { rules: 7, lists: 7 }, { rules: [null], lists: { a: null } }])(
    'is not %j',
    (json) => {
      expect(tooLarge(json)).toBeUndefined();
    },
  );

  test.each(presets.map((preset) => [preset.name, preset] as const))('%s could be ten times as large', (_, preset) => {
    const tenTimes = times(10, () => preset.rules).flat();
    const tenLists = Object.values(preset.lists).flatMap(({ entries }) => times(10, () => entries).flat());
    const lists = { one: { ...Object.values(preset.lists)[0], entries: tenLists } };
    expect(tooLarge({ ...preset, rules: tenTimes, lists })).toBeUndefined();
  });
});
