import { expect, it } from 'vitest';
import { withReason } from './usual-reasons.ts';

it('puts a usual reason in, after what is written, and takes it out again', () => {
  expect(withReason('', 'Not the same person.')).toBe('Not the same person.');
  expect(withReason('See file.', 'Not the same person.')).toBe('See file. Not the same person.');
  expect(withReason('See file. Not the same person.', 'Not the same person.')).toBe('See file.');
});
