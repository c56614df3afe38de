import { expect, it } from 'vitest';
import { fieldProblem } from './field-problem.ts';

it('says in words what a field lacks, and never the code of it', () => {
  expect(fieldProblem('taken')).toBe('Choose another one.');
  expect(fieldProblem('needed')).toBe('Fill in this field.');
  expect(fieldProblem('too long or too large; at most 60')).toBe('Too long or too large; at most 60');
  expect(fieldProblem('ann@office.example')).toBe('ann@office.example');
});
