import { expect, it } from 'vitest';
import { saying } from './job-words.ts';

const approval = { kind: 'bulk_review', done: 1_000, total: 1_200, problem: null } as const;

it('a job that was ended says what it left, and only what came of it since where something did', () => {
  expect(saying({ ...approval, state: 'cancelled' })).toBe(
    'The 1,000 that had their turn stay decided. The other 200 are as they were.',
  );
  expect(saying({ ...approval, state: 'cancelled', problem: 'It was taken back.' })).toBe('It was taken back.');
});

it('a job that failed says why, and one that runs nothing', () => {
  expect(saying({ ...approval, state: 'failed', problem: 'The disk is full.' })).toBe('The disk is full.');
  expect(saying({ ...approval, state: 'running' })).toBeNull();
});
