import { expect, it } from 'vitest';
import { californiaCounties, isCaliforniaCounty } from './counties.ts';

it('knows the 58 counties in either case, and no misspelled one', () => {
  expect(new Set(californiaCounties).size).toBe(58);
  expect([...californiaCounties].sort()).toEqual([...californiaCounties]);
  expect(isCaliforniaCounty('SAN DIEGO')).toBe(true);
  expect(isCaliforniaCounty('San Diego')).toBe(true);
  expect(isCaliforniaCounty('SAN DIAGO')).toBe(false);
});
