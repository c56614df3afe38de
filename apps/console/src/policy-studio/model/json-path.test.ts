import { describe, expect, it } from 'vitest';
import { at, insertAt, moveAt, removeAt, replaceAt } from './json-path.ts';

const policy = { title: 'A', rules: [{ id: 'a', when: { all: [{ term: 'x' }, { term: 'y' }] } }, { id: 'b' }] };

describe('editing at a path', () => {
  it('reads what is there, and nothing where nothing is', () => {
    expect(at(policy, ['rules', 0, 'when', 'all', 1, 'term'])).toBe('y');
    expect(at(policy, ['rules', 5, 'when'])).toBeUndefined();
    expect(at(policy, ['title', 'length'])).toBeUndefined();
    expect(at(policy, ['constructor'])).toBeUndefined();
    expect(at(policy, [])).toBe(policy);
  });

  it('replaces one value and leaves the value itself and everything beside the path as they were', () => {
    const next = replaceAt(policy, ['rules', 0, 'when', 'all', 0, 'term'], 'z');
    expect(at(next, ['rules', 0, 'when', 'all'])).toEqual([{ term: 'z' }, { term: 'y' }]);
    expect(at(policy, ['rules', 0, 'when', 'all', 0, 'term'])).toBe('x');
    expect(next.rules[1]).toBe(policy.rules[1]);
  });

  it('takes a field out when it is given nothing, and makes the parts on the way to a new one', () => {
    expect(replaceAt({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 });
    expect(replaceAt(policy, ['rules', 1, 'effective', 'from'], '2020-01-01').rules[1]).toEqual({
      id: 'b',
      effective: { from: '2020-01-01' },
    });
  });

  it('refuses a path through a plain text', () => {
    expect(() => replaceAt(policy, ['title', 'x'], 1)).toThrow(RangeError);
    expect(() => insertAt(policy, ['title'], 0, 1)).toThrow(RangeError);
  });

  it('inserts, removes and moves items of a list', () => {
    const ids = (value: typeof policy) => value.rules.map(({ id }) => id);
    expect(ids(insertAt(policy, ['rules'], 1, { id: 'c' }))).toEqual(['a', 'c', 'b']);
    expect(ids(removeAt(policy, ['rules', 0]))).toEqual(['b']);
    expect(ids(moveAt(policy, ['rules'], 1, 0))).toEqual(['b', 'a']);
    expect(removeAt(policy, ['title'])).toEqual({ rules: policy.rules });
    expect(insertAt(policy, ['rules', 1, 'cites'], 0, 'x').rules[1]).toEqual({ id: 'b', cites: ['x'] });
  });

  it('keeps what is moved beyond an end within the list, and answers the same value when nothing moves', () => {
    expect(moveAt(policy, ['rules'], 0, 9).rules.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(moveAt(policy, ['rules'], 0, -1)).toBe(policy);
    expect(moveAt(policy, ['rules'], 7, 0)).toBe(policy);
  });
});
