import { describe, expect, it } from 'vitest';
import {
  asksFirst,
  choicesFor,
  choiceWords,
  consequenceOf,
  noteNeeded,
  type Decidable,
  type Rights,
} from './choices.ts';

const row: Decidable = {
  id: '1',
  state: 'evaluated',
  version: 1,
  outcome: 'dismiss',
  decision: null,
  recommendedByMe: false,
  recommendedBy: null,
  releasesAt: null,
  returned: null,
};
const reviewer: Rights = { name: 'Rosa', recommend: true, approve: false };
const approver: Rights = { name: 'Theo', recommend: false, approve: true };
const both: Rights = { name: 'Everett', recommend: true, approve: true };

describe('what can be done to a conviction', () => {
  it('offers what follows the policy first', () => {
    expect(choicesFor({ ...row, outcome: 'refer' }, reviewer)[0]).toBe('refer');
    expect(choicesFor(row, reviewer)).toEqual(['dismiss', 'reduce', 'refer', 'challenge', 'exclude', 'ask_for_facts']);
  });

  it('offers nothing to those who only read, and nothing before the policy has spoken', () => {
    expect(choicesFor(row, { name: 'Imani', recommend: false, approve: false })).toEqual([]);
    expect(choicesFor({ ...row, state: 'imported' }, reviewer)).toEqual([]);
  });

  it('never offers an approval of what one recommended oneself', () => {
    const own = { ...row, state: 'recommended', recommendedByMe: true, recommendedBy: 'Everett' } as const;
    expect(choicesFor(own, both)).toEqual(['withdraw']);
    expect(choicesFor({ ...own, recommendedByMe: false, recommendedBy: 'Rosa' }, approver)).toEqual([
      'approve',
      'return',
    ]);
  });

  it('offers to withdraw only the recommendation that stands', () => {
    const others = { ...row, state: 'recommended', recommendedByMe: true, recommendedBy: 'Glen' } as const;
    expect(choicesFor(others, both)).toEqual([]);
  });

  it('offers to take an approval back until it is released, and never to whoever recommended', () => {
    const approved = { ...row, state: 'approved', releasesAt: '2026-03-02T09:00:00Z', recommendedBy: 'Rosa' } as const;
    expect(choicesFor(approved, approver)).toEqual(['undo']);
    expect(choicesFor({ ...approved, recommendedByMe: true }, both)).toEqual([]);
    expect(choicesFor({ ...approved, state: 'released', releasesAt: null }, approver)).toEqual([]);
    expect(choicesFor(approved, reviewer)).toEqual([]);
    expect(noteNeeded(approved, 'undo')).toBe(true);
  });

  it('needs a reason against the policy, to the person’s disadvantage, and where somebody else must act', () => {
    expect(noteNeeded({ ...row, outcome: 'dismiss' }, 'dismiss')).toBe(false);
    expect(noteNeeded({ ...row, outcome: 'needs_review' }, 'dismiss')).toBe(true);
    expect(noteNeeded({ ...row, outcome: 'dismiss' }, 'reduce')).toBe(true);
    expect(noteNeeded({ ...row, outcome: 'not_eligible' }, 'exclude')).toBe(true);
    expect(noteNeeded({ ...row, outcome: 'dismiss' }, 'ask_for_facts')).toBe(true);
    expect(noteNeeded({ ...row, outcome: 'dismiss' }, 'return')).toBe(true);
    expect(noteNeeded({ ...row, outcome: 'dismiss' }, 'approve')).toBe(false);
  });

  it('needs a reason to approve what the policy did not lead to, and asks for it first', () => {
    const waiting = { ...row, state: 'recommended', decision: 'dismiss' } as const;
    expect(noteNeeded(waiting, 'approve')).toBe(false);
    for (const outcome of ['not_eligible', 'reduce', 'needs_review'] as const) {
      expect(noteNeeded({ ...waiting, outcome }, 'approve')).toBe(true);
      expect(asksFirst({ ...waiting, outcome }, 'approve', 24)).toBe(true);
    }
  });

  it('needs an answer where an approver returned it, and asks for it first', () => {
    const returned = { ...row, state: 'returned', returned: { by: 'Theo', note: 'Look at the date.' } } as const;
    expect(noteNeeded(returned, 'dismiss')).toBe(true);
    expect(asksFirst(returned, 'dismiss')).toBe(true);
    expect(noteNeeded(returned, 'withdraw')).toBe(false);
  });

  it('asks before a withdrawal, which needs no reason, and says what it leads to', () => {
    expect(asksFirst(row, 'withdraw')).toBe(true);
    expect(noteNeeded(row, 'withdraw')).toBe(false);
    expect(asksFirst(row, 'dismiss')).toBe(false);
    expect(asksFirst(row, 'approve', 24)).toBe(false);
    // A key alone does not sign for good.
    expect(asksFirst(row, 'approve', 0)).toBe(true);
    expect(consequenceOf('withdraw', { state: 'recommended' })).toMatch(/back to the queue.*What you recommended/);
    expect(consequenceOf('withdraw', { state: 'needs_facts' })).toMatch(/facts were asked for/);
  });

  it('gives every choice a key of its own', () => {
    const keys = Object.values(choiceWords).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
