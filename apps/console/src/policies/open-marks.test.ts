import type { Policy, RuleSentence } from '@clearance/contract';
import { expect, test } from 'vitest';
import { countMarks, marksAround, marksWarning } from './open-marks.ts';

const list = { title: 'pleas', confirm: 'Which ones.' };
const policy = {
  confirm: 'The order of 2020.',
  lists: { pleas: list, other: { title: 'others' } },
} as unknown as Policy;
const rule: RuleSentence = { ruleId: 'a', sentence: 'Dismiss.', outcome: 'dismiss', cite: 'HS 11357' };

test('names where the notes about a policy and its lists stand', () => {
  expect(marksAround(policy)).toEqual([
    { place: 'The policy as a whole', note: 'The order of 2020.' },
    { place: 'List of pleas', note: 'Which ones.' },
  ]);
  expect(marksAround({ lists: {} } as Policy)).toEqual([]);
});

test('counts those of the rules with them, and warns of what is open', () => {
  expect(countMarks(policy, [rule, { ...rule, confirm: 'To confirm: the day.' }])).toBe(3);
  expect(marksWarning(3)).toBe(
    '3 notes are marked “To confirm”. An attorney should confirm them before this policy is published.',
  );
  expect(marksWarning(1)).toMatch(/^1 note is /);
  expect(marksWarning(0)).toBe('');
});
