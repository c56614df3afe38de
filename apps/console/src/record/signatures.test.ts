import { describe, expect, it } from 'vitest';
import { approvalOf } from './signatures.ts';

const act = (verb: string, by: string) => ({
  at: '2026-03-01T09:00:00Z',
  by,
  verb,
  decision: null,
  note: null,
  bulkReviewId: null,
});
const acts = [act('recommend', 'Rosa'), act('approve', 'Theo')];
const at = '2026-03-02T09:00:00Z';

describe('the approval that stands on a conviction', () => {
  it('names who approved and when it is released', () => {
    expect(approvalOf({ acts, state: 'approved', since: '2026-03-01T09:00:00Z', releasesAt: at })).toEqual({
      by: 'Theo',
      at: '2026-03-01T09:00:00Z',
      release: { is: 'due', at },
    });
    expect(approvalOf({ acts, state: 'excluded', since: at, releasesAt: at })?.release?.is).toBe('open');
  });

  it('names since when it is released', () => {
    expect(approvalOf({ acts, state: 'released', since: at, releasesAt: null })?.release).toEqual({
      is: 'released',
      at,
    });
  });

  it('is none once it was taken back, or before anybody approved', () => {
    const back = [...acts, act('undo', 'Theo')];
    expect(approvalOf({ acts: back, state: 'recommended', since: at, releasesAt: null })).toBeUndefined();
    expect(approvalOf({ acts: acts.slice(0, 1), state: 'recommended', since: at, releasesAt: null })).toBeUndefined();
  });
});
