import { expect, test } from 'vitest';
import { dueAfter } from './due.ts';

const now = new Date('2026-11-22T10:00:00Z');

test('a review is due seven days after the last one', () => {
  expect(dueAfter('2026-11-16T10:00:00Z', now)).toEqual({ dueAt: '2026-11-23T10:00:00.000Z', overdue: false });
  expect(dueAfter(new Date('2026-11-15T09:59:59Z'), now)).toEqual({
    dueAt: '2026-11-22T09:59:59.000Z',
    overdue: true,
  });
});
test('an empty log is never overdue', () => {
  expect(dueAfter(undefined, now)).toEqual({ dueAt: '2026-11-29T10:00:00.000Z', overdue: false });
});
