import { expect, it } from 'vitest';
import { actsTable, consequenceOf } from './review-words.ts';

it('names acts in words, and what was only tried as tried', () => {
  const acts = [
    { action: 'session.start', done: 12, refused: 3, failed: 0 },
    { action: 'member.invite', done: 0, refused: 1, failed: 0 },
  ];
  expect(actsTable(acts).rows).toEqual([
    ['Signed in', 12, 3, 0],
    ['Tried to invite somebody', 0, 1, 0],
  ]);
});
it('says what the signature means', () => {
  expect(consequenceOf({ entries: 1204, overdue: true })).toMatch(/^Your name stands under 1,204 entries.*no longer/);
  expect(consequenceOf({ entries: 1, overdue: false })).toMatch(/1 entry, .*\. The next one is due/);
});
