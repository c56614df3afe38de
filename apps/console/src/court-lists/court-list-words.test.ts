import { describe, expect, it } from 'vitest';
import { concernsOf, daysProblem, filterInWords, filterOf, holdsInWords } from './court-list-words.ts';

describe('which convictions are on a list', () => {
  it('is said in words', () => {
    expect(filterInWords({})).toBe('Everything released until then');
    expect(filterInWords({ bulkReviewId: 'b' })).toBe('Of one bulk approval');
    expect(filterInWords({ from: '2026-11-09', to: '2026-11-12' })).toBe('Released from Nov 9, 2026 to Nov 12, 2026');
    expect(filterInWords({ to: '2026-11-12' })).toBe('Released to Nov 12, 2026');
    expect(holdsInWords({ count: 412, people: 1 })).toBe('412 convictions of 1 person');
  });

  it('is what was chosen, and nothing that was chosen before', () => {
    const days = { from: '2026-11-09', to: '' };
    expect(filterOf({ which: 'days', ...days }, 'b')).toEqual({ from: '2026-11-09' });
    expect(filterOf({ which: 'batch', ...days }, 'b')).toEqual({ bulkReviewId: 'b' });
    expect(filterOf({ which: 'all', ...days }, 'b')).toEqual({});
  });

  it('is what was on none, where that was chosen', () => {
    expect(filterOf({ which: 'unlisted', from: '2026-11-09', to: '' }, 'b')).toEqual({ listed: 'no' });
    expect(filterInWords({ listed: 'no' })).toBe('Everything released until then that was on no list');
  });

  it('gives pause where it was given out before, or a newer file says otherwise', () => {
    const plain = { count: 9, people: 8, listed: 0, listedAt: null, changed: 0, vanished: 0 };
    expect(concernsOf(plain)).toEqual([]);
    expect(concernsOf({ ...plain, listed: 9, listedAt: '2026-11-22T21:38:00', changed: 1, vanished: 2 })).toEqual([
      expect.stringMatching(/^9 of these 9 are already on a list, the last one of Nov 22, 2026, 9:38 PM \S+\.$/),
      '1 of these 9 has another history in a newer file than when decided.',
      '2 of these 9 are no longer in the newest file.',
    ]);
  });

  it('needs days that can be', () => {
    expect(daysProblem({ which: 'days', from: '', to: '' })).toMatch(/^Choose/);
    expect(daysProblem({ which: 'days', from: '2026-11-12', to: '2026-11-09' })).toMatch(/before/);
    expect(daysProblem({ which: 'days', from: '2026-11-09', to: '2026-11-09' })).toBeUndefined();
    expect(daysProblem({ which: 'all', from: '', to: '' })).toBeUndefined();
  });
});
