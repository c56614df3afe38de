import type { LogReviewRow } from '@clearance/contract';
import { expect, it } from 'vitest';
import { actsTable, consequenceOf, onlySigned, signedWords, weightyActs } from './review-words.ts';

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
  expect(consequenceOf({ entries: 1204, overdue: true })).toMatch(
    /^Your name will stand under 1,204 entries.*no longer/,
  );
  expect(consequenceOf({ entries: 1, overdue: false })).toMatch(/1 entry, .*\. The next one is due/);
});

it('counts the acts after which the county works otherwise, also where there was none', () => {
  const acts = [
    { action: 'session.start', done: 40, refused: 0, failed: 0 },
    { action: 'county.change_setting', done: 2, refused: 1, failed: 0 },
    { action: 'import.confirm', done: 1, refused: 0, failed: 0 },
  ];
  expect(weightyActs(acts).map(({ label, count }) => [label, count])).toEqual([
    ['Settings changed', 2],
    ['Files confirmed in doubt', 1],
    ['Policies published', 0],
    ['Words and agencies changed', 0],
    ['Changes of roles and access', 0],
  ]);
  const joined = { action: 'member.create', done: 4, refused: 0, failed: 0 };
  expect(weightyActs([joined]).at(-1)).toEqual({
    ...{ action: 'member.change', label: 'Changes of roles and access, beside 4 who joined', count: 0 },
  });
});

it('knows when nothing is new but the signing', () => {
  const last = { id: 'r' } as unknown as LogReviewRow;
  const signing = { action: 'log_review.sign', done: 1, refused: 0, failed: 0 };
  expect(onlySigned({ last, acts: [signing] })).toBe(true);
  expect(onlySigned({ last: null, acts: [signing] })).toBe(false);
  expect(onlySigned({ last, acts: [{ ...signing, refused: 1 }] })).toBe(false);
  expect(onlySigned({ last, acts: [signing, { ...signing, action: 'session.start' }] })).toBe(false);
});

it('asks once more with what is signed, and that it stays', () => {
  const open = { entries: 12, from: '2026-03-01T09:00:00', to: '2026-03-08T09:00:00' };
  expect(signedWords(open).replace(/AM \S+( to|\.)/g, 'AM UTC$1')).toBe(
    'You sign that you have looked through 12 entries of the log, from Mar 1, 2026, 9:00 AM UTC to Mar 8, 2026, 9:00 AM UTC. It cannot be changed afterwards, nor can your note.',
  );
});
