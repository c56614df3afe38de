import { expect, it } from 'vitest';
import { groupOf, together, type Together } from './groups.ts';
import { at } from './json-path.ts';
import type { Condition } from './policy.ts';

const parts: readonly Condition[] = [{ term: 'open_case' }, { term: 'deceased' }];

it.each<Together>(['all', 'any', 'not_all', 'none'])('reads back the group that it made: %s', (how) => {
  const made = together(how, parts);
  const read = groupOf(made);
  expect(read?.together).toBe(how);
  expect(at(made, read?.path ?? [])).toEqual(parts);
});

it('takes a term, and what is denied twice, for no group', () => {
  expect(groupOf({ not: { term: 'open_case' } })).toBeUndefined();
  expect(groupOf({ not: { not: { all: parts } } })).toBeUndefined();
});
