import { expect, it } from 'vitest';
import { asOneValue } from './one-value.ts';

it('tells where each value begins as the server counts, empty ones too', () => {
  const { begins, bytes, sizes } = asOneValue(['ab', '', 'cde'].map((text) => Buffer.from(text)));
  expect(bytes.toString()).toBe('abcde');
  expect(begins.map((begin, index) => bytes.subarray(begin - 1, begin - 1 + (sizes[index] ?? 0)).toString())).toEqual([
    'ab',
    '',
    'cde',
  ]);
});
