import { expect, it } from 'vitest';
import { joined } from './joined.ts';

it('says that all conditions must hold', () => {
  expect(joined(['a', 'b', 'c'])).toEqual(['a, and', 'b, and', 'c']);
  expect(joined(['a'])).toEqual(['a']);
  expect(joined([])).toEqual([]);
});
