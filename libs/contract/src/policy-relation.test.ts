import { expect, test } from 'vitest';
import { policyRelation } from './policy-relation.ts';

test('tells a recommendation that goes against the policy from one that does what it says', () => {
  expect(policyRelation('dismiss', 'dismiss')).toBe('follows');
  expect(policyRelation('exclude', 'not_eligible')).toBe('follows');
  expect(policyRelation('exclude', 'dismiss')).toBe('against');
  expect(policyRelation('challenge', 'dismiss')).toBe('against');
  expect(policyRelation('dismiss', 'not_eligible')).toBe('against');
});

test('tells one that the policy left to a person, whatever she decided', () => {
  expect(policyRelation('dismiss', 'needs_review')).toBe('undecided');
  expect(policyRelation('exclude', 'needs_review')).toBe('undecided');
  expect(policyRelation('dismiss', null)).toBe('undecided');
});
