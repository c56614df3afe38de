import { expect, it } from 'vitest';
import { linesOf } from './balance-lines.ts';

it('tells classes that add up to the rows of the delivery, each with what it is made of', () => {
  const outside = [
    { reason: 'other_offense', says: 'not a covered offense', count: 40 },
    { reason: 'arrest', says: 'an arrest', count: 2 },
  ];
  const figures = { rows: 60, determination: 10, needsReview: 3, unexplained: 4, outside, rejected: 1 };
  const balance = { ...figures, policyVersion: 2, countedAt: '2026-01-01T00:00:00.000Z' };
  const lines = linesOf(balance, 100);
  const sum = (isPart: boolean) =>
    lines.filter((one) => one.isPart === isPart).reduce((all, { count }) => all + count, 0);
  expect(sum(false)).toBe(200);
  expect(lines.at(-1)?.count).toBe(100);
  expect(sum(true)).toBe(3 + 4 + 42);
  expect(lines.find(({ label }) => /person to look at/.test(label))?.count).toBe(7);
  expect(linesOf({ ...balance, unexplained: 0 }, 100).some(({ label }) => /no rule/.test(label))).toBe(false);
});
