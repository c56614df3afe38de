import { expect, test } from 'vitest';
import { explain, toReviewWords } from './home-words.ts';

const stats = { people: 75, convictions: 100, outOfScope: 0, policy: null, asOf: '2026-11-22T10:00:00' };

test('says how many convictions the figures leave out, which the impact report counts', () => {
  expect(explain(stats)).toMatch(
    /^100 convictions of 75 people, not evaluated yet\. As of Nov 22, 2026, 10:00 AM \S+\.$/,
  );
  expect(explain({ ...stats, outOfScope: 4 })).toContain('4 more are not counted here');
  expect(explain({ ...stats, outOfScope: 1 })).toContain('1 more is not counted here');
});
test('says what still stands as an earlier policy determined it', () => {
  const policy = { name: 'Ours', version: 4, behind: 0 };
  expect(explain({ ...stats, policy })).toContain('evaluated under Ours, version 4. As of');
  expect(explain({ ...stats, policy: { ...policy, behind: 40 } })).toContain(
    'version 4, but for 40 that still stand as an earlier version or other words determined them.',
  );
});
test('says that there is nothing yet', () =>
  expect(explain({ ...stats, convictions: 0 })).toBe('No criminal-history file has been counted yet.'));

test('says of what waits for a recommendation in which bars of the picture it is', () => {
  const stages = (evaluated: number, returned: number, needsFacts: number) =>
    toReviewWords([
      { key: 'evaluated', count: evaluated },
      { key: 'needs_facts', count: needsFacts },
      { key: 'recommended', count: 400 },
      { key: 'returned', count: returned },
    ]);
  expect(stages(1_703, 0, 0)).toBe('convictions wait for a recommendation');
  expect(stages(1_703, 8, 2)).toBe(
    'convictions wait for a recommendation: 1,703 to review, 8 returned by an approver and 2 that need facts',
  );
  expect(stages(1_703, 0, 1)).toBe('convictions wait for a recommendation: 1,703 to review and 1 that needs facts');
  expect(stages(0, 10, 0)).toBe('convictions wait for a recommendation: 10 returned by an approver');
  expect(stages(0, 0, 0)).toBe('The queue is empty.');
});
