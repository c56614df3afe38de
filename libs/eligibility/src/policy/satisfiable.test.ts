import { expect, test } from 'vitest';

import { all, formulaOf, negation } from './formula.ts';
import { listsWithin } from './list-within.ts';
import { preset } from '../testing/small-policy.ts';
import { Effort, satisfiable } from './satisfiable.ts';

const deceased = formulaOf({ term: 'deceased' });
const contradiction = all(deceased, negation(deceased));
const within = listsWithin(preset('la-2020'));

test('what contradicts itself is not satisfiable', () => {
  expect(satisfiable(contradiction, within)).toBe(false);
  expect(satisfiable(deceased, within)).toBe(true);
});

test('what cannot be found out with the effort that is left is taken to be satisfiable, and refuses nothing', () => {
  const effort = new Effort();
  expect(satisfiable(contradiction, within, effort)).toBe(false);
  expect(effort.isSpent).toBe(false);
  effort.spend(Number.MAX_SAFE_INTEGER);
  expect(satisfiable(contradiction, within, effort)).toBe(true);
});

test('every part of a formula counts, however few its questions are', () => {
  const effort = new Effort();
  const before = effort.left;
  const long = { kind: 'any', parts: Array.from({ length: 10_000 }, () => contradiction) } as const;
  expect(satisfiable(long, within, effort)).toBe(false);
  expect(before - effort.left).toBeGreaterThan(3 * 10_000);
});

test('two lists are compared once, statute by statute, and that counts', () => {
  let read = 0;
  const entries = (many: number) =>
    Array.from({ length: many }, (_, place) => ({
      get statute() {
        read += 1;
        return `HS ${11_000 + place}`;
      },
    }));
  const { lists } = preset('la-2020');
  const [list] = Object.values(lists);
  if (!list) throw new RangeError('no list');
  const policy = {
    ...preset('la-2020'),
    lists: { one: { ...list, entries: entries(1_000) }, two: { ...list, entries: entries(1_001) } },
  };
  const effort = new Effort();
  const before = effort.left;
  const isWithin = listsWithin(policy, effort);
  for (let again = 0; again < 50; again += 1) {
    expect(isWithin('one', 'two')).toBe(true);
    expect(isWithin('two', 'one')).toBe(false);
  }
  expect(read).toBe(2_001);
  expect(before - effort.left).toBeGreaterThanOrEqual(2_001);
  expect(before - effort.left).toBeLessThan(10_000);
});

test('lists that cannot be compared with the effort that is left are not called one within the other', () => {
  const effort = new Effort(10);
  expect(listsWithin(preset('la-2020'), effort)('possession', 'cannabis')).toBe(false);
  expect(listsWithin(preset('la-2020'))('possession', 'cannabis')).toBe(true);
});
