import { expect, test } from 'vitest';
import { followsPolicy } from './follows-policy.ts';

test('tells a decision that goes against the policy', () => {
  expect(followsPolicy('dismiss', 'dismiss')).toBe(true);
  expect(followsPolicy('exclude', 'dismiss')).toBe(false);
  expect(followsPolicy('challenge', 'dismiss')).toBe(false);
  expect(followsPolicy('dismiss', 'not_eligible')).toBe(false);
  expect(followsPolicy('exclude', 'not_eligible')).toBe(true);
  expect(followsPolicy('dismiss', 'needs_review')).toBe(true);
});
