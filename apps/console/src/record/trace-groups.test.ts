import { expect, it } from 'vitest';
import { depthOf, groupedTerms, groupWords } from './trace-groups.ts';

const term = (label: string, group?: string) =>
  ({ label, value: '', cells: [], result: true, ...(group ? { group } : {}) }) as const;

it('keeps conditions of one nested group together, in the order in which they first appear', () => {
  const groups = groupedTerms([term('a'), term('b', 'any 1'), term('c', 'any 1 / all 2'), term('d', 'any 1')]);
  expect(groups.map(({ name, terms }) => [name, terms.map(({ label }) => label)])).toEqual([
    [undefined, ['a']],
    ['any 1', ['b', 'd']],
    ['any 1 / all 2', ['c']],
  ]);
});

it('says what the innermost group asks, and how deep it lies', () => {
  expect(groupWords('any 1')).toBe('One of these is enough');
  expect(groupWords('any 1 / all 2')).toBe('All of these together');
  expect([depthOf(undefined), depthOf('any 1'), depthOf('any 1 / all 2')]).toEqual([0, 1, 2]);
});
