import { expect, test } from 'vitest';
import { explain } from './home-words.ts';

const stats = { people: 75, convictions: 100, outOfScope: 0, policy: null, asOf: '2026-11-22T10:00:00' };

test('says how many convictions the figures leave out, which the impact report counts', () => {
  expect(explain(stats)).toBe('100 convictions of 75 people, not evaluated yet. As of Nov 22, 2026, 10:00 AM.');
  expect(explain({ ...stats, outOfScope: 4 })).toContain('4 more are not counted here');
  expect(explain({ ...stats, outOfScope: 1 })).toContain('1 more is not counted here');
});
test('says that there is nothing yet', () =>
  expect(explain({ ...stats, convictions: 0 })).toBe('No criminal-history file has been counted yet.'));
