import { expect, it } from 'vitest';
import { whyNothingRead } from './nothing-read.ts';

it('says of a file without one readable row that nothing was imported, and how much of it was looked at', () => {
  expect(whyNothingRead({ rows: 0, rejected: 1_567 })).toBe(
    'Not one of its 1,567 lines could be read as a row: nothing was imported. What counted before still counts.',
  );
  expect(whyNothingRead({ rows: 0, rejected: 1 })).toMatch(/^Its only line could not be read as a row: nothing was/);
  expect(whyNothingRead({ rows: 0, rejected: 0 })).toMatch(/^It holds a header and not one row: nothing was imported/);
});

it('has nothing to say where one row could be read', () => {
  expect(whyNothingRead({ rows: 1, rejected: 1_567 })).toBeUndefined();
});
