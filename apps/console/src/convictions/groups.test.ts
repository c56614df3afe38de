import type { ConvictionGroup } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { agreeing } from '../record/agreeing.ts';
import { foremost, inOrder, totalsOf } from './groups.ts';
import { reasonCounts, reasonsOf } from './reasons.ts';

const group = (part: Partial<ConvictionGroup>): ConvictionGroup => ({
  id: 'g',
  count: 1,
  people: 1,
  state: 'evaluated',
  outcome: 'dismiss',
  ruleId: 'under-21',
  reason: 'Under 21.',
  flags: [],
  decision: null,
  mine: 0,
  oldest: '2026-11-01T00:00:00Z',
  returned: [],
  severities: {},
  sections: {},
  filter: {},
  ...part,
});

describe('groups', () => {
  it('put the largest first, and among equals the one that waits longest', () => {
    const groups = [
      group({ id: 'a', count: 1 }),
      group({ id: 'b', count: 9 }),
      group({ id: 'c', count: 1, oldest: '2026-10-01T00:00:00Z' }),
    ];
    expect(inOrder(groups).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('add up convictions, what is one’s own, and the oldest', () => {
    expect(totalsOf([group({ count: 3, mine: 1 }), group({ count: 4, oldest: '2026-01-01T00:00:00Z' })])).toEqual({
      convictions: 7,
      groups: 2,
      mine: 1,
      oldest: '2026-01-01T00:00:00Z',
    });
    expect(totalsOf([]).oldest).toBeUndefined();
  });

  it('offer the decision that follows the policy, and none where a person has to judge', () => {
    expect(agreeing('dismiss')).toBe('dismiss');
    expect(agreeing('not_eligible')).toBe('exclude');
    expect(agreeing('needs_review')).toBeUndefined();
    expect(agreeing(null)).toBeUndefined();
  });

  it('name the most frequent sections and count the rest', () => {
    expect(foremost({ a: 1, b: 5, c: 3, d: 2 }, 2)).toEqual({
      first: [
        { name: 'b', count: 5 },
        { name: 'c', count: 3 },
      ],
      rest: 3,
      kinds: 4,
    });
  });

  it('collect the reasons of a rule, and count each reason over all groups', () => {
    const groups = [
      group({ ruleId: 'undecided', reason: 'A', count: 2 }),
      group({ ruleId: 'undecided', reason: 'B', count: 5 }),
      group({ ruleId: 'undecided', reason: 'A', count: 1, flags: ['serving'] }),
    ];
    expect(reasonsOf(groups)).toEqual({ undecided: 'A · B' });
    expect(reasonCounts(groups)).toEqual([
      { value: 'B', count: 5 },
      { value: 'A', count: 3 },
    ]);
  });
});
