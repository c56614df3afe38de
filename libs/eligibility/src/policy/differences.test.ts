import { describe, expect, test } from 'vitest';

import { preset } from '../testing/small-policy.ts';
import { policyDifferences } from './differences.ts';
import { movedAmong } from './moved-among.ts';
import type { Policy } from './policy.ts';

const la = preset('la-2020');
const partsOf = (after: Policy, before = la) => policyDifferences(before, after).parts;

describe('the differences of two policies', () => {
  test('are none between a policy and itself, also as a database keeps it', () => {
    const shuffled = { ...la, lists: Object.fromEntries(Object.entries(la.lists).reverse()) };
    expect(partsOf(la)).toEqual([]);
    expect(partsOf(JSON.parse(JSON.stringify(shuffled)) as Policy)).toEqual([]);
  });

  test('say a changed rule on both sides, and what of it changed', () => {
    const rules = la.rules.map((rule) =>
      rule.id === 'ten-years-felony-free'
        ? { ...rule, when: { term: 'conviction_free', years: 7, classes: ['felony'] } as const }
        : rule,
    );
    expect(partsOf({ ...la, rules })).toEqual([
      {
        part: 'rule',
        id: 'ten-years-felony-free',
        change: 'changed',
        before: 'Dismiss when the person has no felony conviction in the 10 years before the as-of date.',
        after: 'Dismiss when the person has no felony conviction in the 7 years before the as-of date.',
        placeBefore: 12,
        placeAfter: 12,
        fields: [
          {
            field: 'condition',
            before: 'the person has no felony conviction in the 10 years before the as-of date',
            after: 'the person has no felony conviction in the 7 years before the as-of date',
          },
        ],
      },
    ]);
  });

  test('tell one rule that was moved, and none of those that it passed', () => {
    const [first, ...others] = la.rules;
    expect(partsOf({ ...la, rules: first ? [...others, first] : [] })).toMatchObject([
      { part: 'rule', id: 'city-prosecutor', change: 'moved', placeBefore: 1, placeAfter: 13, fields: [] },
    ]);
  });

  test('tell rules added and removed, in the order in which they are read', () => {
    const [first, second, ...others] = la.rules;
    if (!first || !second) throw new RangeError('no rules');
    const fresh = { ...first, id: 'fresh' };
    const parts = partsOf({ ...la, rules: [fresh, first, ...others] });
    expect(parts).toMatchObject([
      { id: 'fresh', change: 'added', before: null, placeBefore: null, placeAfter: 1 },
      { id: 'county-misdemeanor', change: 'removed', after: null, placeBefore: 2, placeAfter: null },
    ]);
    expect(parts[0]?.fields).toContainEqual({ field: 'title', before: '', after: first.title });
  });

  test('tell the statutes that came into a list and went out of it', () => {
    const cannabis = la.lists['cannabis'];
    if (!cannabis) throw new RangeError('no list');
    const [gone, ...kept] = cannabis.entries;
    const lists = {
      ...la.lists,
      cannabis: { ...cannabis, entries: [...kept, { statute: 'HS 11362.1', exactly: true }] },
    };
    const [part, ...others] = partsOf({ ...la, lists });
    expect(others).toEqual([]);
    expect(part).toMatchObject({ part: 'list', id: 'cannabis', change: 'changed' });
    expect(part?.fields).toEqual([
      { field: 'statute', before: expect.stringContaining(gone?.statute ?? '?') as string, after: '' },
      { field: 'statute', before: '', after: 'HS 11362.1, written just so' },
    ]);
  });

  test('tell what a policy is about, its scope, its lists and its otherwise, from one preset to another', () => {
    const parts = partsOf(preset('mi-clean-slate'));
    expect(new Set(parts.map(({ part }) => part))).toEqual(new Set(['about', 'scope', 'list', 'rule', 'otherwise']));
    expect(parts.find(({ part }) => part === 'about')?.fields).toContainEqual({
      field: 'jurisdiction',
      before: 'CA',
      after: 'MI',
    });
  });

  test('are said in Spanish as well', () => {
    const [part] = policyDifferences(la, { ...la, rules: la.rules.slice(1) }, 'es').parts;
    expect(part?.before).toContain('cuando');
  });
});

describe('what moved', () => {
  test.each([
    [['a', 'b', 'c'], ['a', 'b', 'c'], []],
    [['a', 'b', 'c'], ['c', 'a', 'b'], ['c']],
    [['a', 'b'], ['x', 'a', 'y', 'b'], []],
    [['a', 'b', 'c', 'd'], ['d', 'c'], ['d']],
    [[], ['a'], []],
  ])('from %j to %j is %j', (before, after, moved) => {
    expect(movedAmong(before, after).size).toBe(moved.length);
  });
});
