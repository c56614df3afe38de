import type { Policy } from '@clearance/contract';
import { expect, test } from 'vitest';
import { countNotes, notesWarning, publishWarning } from './notes-to-confirm.ts';

const rule = { id: 'a', title: 'A.', when: { all: [] }, then: { outcome: 'dismiss' }, cite: 'HS 11357' } as const;
const policy = { rules: [rule, rule], otherwise: rule } as unknown as Policy;

test('counts the notes of the policy, of its rules and of its otherwise', () => {
  expect(countNotes(policy)).toBe(0);
  expect(countNotes({ ...policy, confirm: 'The order of 2020.' })).toBe(1);
  const noted = { ...rule, confirm: 'The day.' };
  expect(countNotes({ confirm: 'The order.', rules: [noted, rule, noted], otherwise: noted })).toBe(4);
});

test('says how much is open, and nothing where nothing is', () => {
  expect(notesWarning(policy)).toBe('');
  expect(notesWarning({ ...policy, confirm: 'The order.' })).toMatch(/^1 point is marked “To confirm”/);
  expect(notesWarning({ ...policy, confirm: 'The order.', otherwise: { ...rule, confirm: 'The rest.' } })).toBe(
    '2 points are marked “To confirm”: an attorney has not confirmed them yet.',
  );
  expect(publishWarning(policy)).toBe('');
  expect(publishWarning({ ...policy, confirm: 'The order.' })).toMatch(/yet\. You can publish/);
});
