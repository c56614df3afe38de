import { expect, it } from 'vitest';
import { actsTable, consequenceOf, signedWords } from './review-words.ts';

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

it('asks once more with what is signed, and that it stays', () => {
  const open = { entries: 12, from: '2026-03-01T09:00:00', to: '2026-03-08T09:00:00' };
  expect(signedWords(open)).toBe(
    'You sign that you have looked through 12 entries of the log, from Mar 1, 2026, 9:00 AM to Mar 8, 2026, 9:00 AM. It cannot be changed afterwards, nor can your note.',
  );
});
