import { expect, test } from 'vitest';
import { policyMark } from './policy-mark.ts';

test('marks a recommendation against the policy, and one that the policy could not decide', () => {
  expect(policyMark('dismiss', 'dismiss')).toBeUndefined();
  expect(policyMark('exclude', 'not_eligible')).toBeUndefined();
  expect(policyMark('dismiss', 'not_eligible')?.word).toBe('Policy says: not eligible');
  expect(policyMark('dismiss', 'needs_review')?.word).toBe('The policy could not decide');
  expect(policyMark('exclude', null)?.word).toBe('The policy could not decide');
});
