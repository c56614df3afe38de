import { expect, it } from 'vitest';
import { isDeep } from './body.ts';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

it('counts the levels of a value without following it down', () => {
  expect(isDeep(nested(200))).toBe(false);
  expect(isDeep(nested(201))).toBe(true);
  expect(isDeep(nested(1_000_000))).toBe(true);
  for (const value of [undefined, null, 'x', {}, []]) expect(isDeep(value, 0)).toBe(false);
});
