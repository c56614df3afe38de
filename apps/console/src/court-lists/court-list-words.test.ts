import { describe, expect, it } from 'vitest';
import { daysProblem, filterInWords, filterOf, holdsInWords } from './court-list-words.ts';

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

  it('needs days that can be', () => {
    expect(daysProblem({ which: 'days', from: '', to: '' })).toMatch(/^Choose/);
    expect(daysProblem({ which: 'days', from: '2026-11-12', to: '2026-11-09' })).toMatch(/before/);
    expect(daysProblem({ which: 'days', from: '2026-11-09', to: '2026-11-09' })).toBeUndefined();
    expect(daysProblem({ which: 'all', from: '', to: '' })).toBeUndefined();
  });
});
