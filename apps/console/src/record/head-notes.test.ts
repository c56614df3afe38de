import { describe, expect, it } from 'vitest';
import { headNotes } from './head-notes.ts';

const act = (verb: string, by: string, note: string | null) => ({
  ...{ at: '2026-03-01T09:00:00Z', bulkReviewId: null, verb, by, note },
  decision: verb === 'recommend' ? ('dismiss' as const) : null,
});
const recommended = act('recommend', 'Rosa', 'All of it is simple possession.');
const approved = act('approve', 'Theo', null);
const said = { by: 'Rosa', did: 'recommended dismissal', note: 'All of it is simple possession.' };

describe('what is told in the head of a record', () => {
  it('is the reason of the recommendation, also once it is approved', () => {
    expect(headNotes({ acts: [recommended], decision: 'dismiss' })).toEqual([said]);
    expect(headNotes({ acts: [recommended, approved], decision: 'dismiss' })).toEqual([said]);
  });

  it('is that reason and then that of the take-back, which is called one', () => {
    const acts = [recommended, approved, act('undo', 'Theo', 'Approved by mistake.')];
    expect(headNotes({ acts, decision: 'dismiss' })).toEqual([
      said,
      { by: 'Theo', did: 'took the approval back', note: 'Approved by mistake.' },
    ]);
  });

  it('is only what came last where no recommendation counts', () => {
    const acts = [recommended, act('withdraw', 'Rosa', 'Wrong person.')];
    expect(headNotes({ acts, decision: null })).toEqual([
      { by: 'Rosa', did: 'withdrew the recommendation', note: 'Wrong person.' },
    ]);
    expect(headNotes({ acts: [], decision: null })).toEqual([]);
  });
});
