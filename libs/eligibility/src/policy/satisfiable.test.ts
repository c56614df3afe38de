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
