import { describe, expect, it } from 'vitest';
import { bulkNoteNeeded } from './bulk-note.ts';
import {
  approveVerb,
  bulkTitle,
  decidedOf,
  finalOf,
  goesToCourt,
  intends,
  leftOf,
  onlyDecision,
  recommendConsequence,
  skippedWords,
  whatNext,
} from './bulk-words.ts';

const fresh = { resumable: true, skipped: 0, undoable: 0, takenBack: 0, decisions: { dismiss: 100 } } as const;
const approved = { ...fresh, verb: 'approve', state: 'done', done: 100 } as const;

describe('the words of a bulk act', () => {
  it('say what happens before it happens', () => {
    expect(recommendConsequence(412)).toBe('412 convictions go to approval. You cannot approve these yourself.');
    expect(recommendConsequence(1)).toBe('1 conviction goes to approval. You cannot approve it yourself.');
    expect(approveVerb('dismiss', 1204)).toBe('Approve the dismissal of 1,204');
    expect(approveVerb(undefined, 3)).toBe('Approve 3 as recommended');
  });

  it('tell how many of an approval stand for good', () => {
    const row = { ...approved, skipped: 5, takenBack: 10 } as const;
    expect(finalOf(row)).toBe(85);
    expect(finalOf({ ...row, undoable: 85 })).toBe(0);
    expect(finalOf({ ...row, verb: 'recommend' })).toBe(0);
    expect(finalOf({ ...row, state: 'running' })).toBe(0);
  });

  it('say of an approval what follows, and nothing that does not', () => {
    const row = approved;
    expect(whatNext(row)).toMatch(/^Nothing more to do here. They go on to .*the court/);
    expect(whatNext({ ...row, takenBack: 10 })).toMatch(/What was not taken back goes on to .*the court/);
    expect(whatNext({ ...row, takenBack: 100 })).toBe(
      'All of it was taken back. Each went back to wait for an approver.',
    );
    expect(whatNext({ ...row, skipped: 100 })).toBe('None of it was approved, so nothing follows.');
    expect(whatNext({ ...row, undoable: 90 })).toMatch(/^When the time to take them back is over/);
    const ended = { ...row, state: 'cancelled' } as const;
    expect(whatNext({ ...ended, undoable: 90 })).toMatch(/^Whoever started it can resume it;/);
    expect(whatNext({ ...ended, takenBack: 100, resumable: false })).toMatch(
      /^It does not go on\. What is not final waits/,
    );
  });

  it('promise neither release nor filing of what only stands', () => {
    for (const decision of ['exclude', 'refer', 'challenge'] as const) {
      const row = { ...approved, decisions: { [decision]: 100 } };
      for (const said of [whatNext(row), whatNext({ ...row, undoable: 90 })]) {
        expect(said).toContain(decision === 'exclude' ? 'Nothing is filed' : 'on no list for the court');
        expect(said).not.toMatch(/released|the filing/);
      }
      expect(goesToCourt(row)).toBe(false);
    }
    expect(goesToCourt(approved)).toBe(true);
    expect(whatNext({ ...approved, decisions: { reduce: 100 }, undoable: 90 })).toMatch(/released .*filing/);
  });

  it('tell how many are as they were, also where somebody ended it', () => {
    const row = { state: 'cancelled', count: 10_749, done: 4_000, skipped: 3 } as const;
    expect(leftOf(row)).toBe(6_752);
    expect(leftOf({ ...row, state: 'running' })).toBe(3);
    expect(leftOf({ ...row, state: 'done', done: 10_749 })).toBe(3);
  });

  it('know whether a set was recommended for one thing', () => {
    expect(onlyDecision({ decisions: { dismiss: 4 } })).toBe('dismiss');
    expect(onlyDecision({ decisions: { dismiss: 4, reduce: 1 } })).toBeUndefined();
    expect(onlyDecision({ decisions: {} })).toBeUndefined();
  });

  it('take the count with or without its commas, and nothing else', () => {
    expect(intends('1204', 1204)).toBe(true);
    expect(intends(' 1,204 ', 1204)).toBe(true);
    expect(intends('1203', 1204)).toBe(false);
    expect(intends('', 0)).toBe(false);
  });

  it('name what was done and what was left', () => {
    const row = { decision: null, decisions: { dismiss: 9 }, sections: { 'HS 11357': 9 }, count: 9 } as const;
    expect(bulkTitle({ ...row, verb: 'approve' })).toBe('Dismissal · HS 11357 · 9 approved');
    expect(bulkTitle({ ...row, verb: 'recommend', decision: 'reduce', decisions: {} })).toBe(
      'Reduction · HS 11357 · 9 recommended',
    );
    const sections = { 'HS 11357': 2, 'HS 11358': 4, 'HS 11359': 1, '': 1, 'HS 11360': 1 };
    expect(bulkTitle({ ...row, verb: 'undo', sections })).toBe(
      'Dismissal · HS 11358, HS 11357 and 3 more sections · 9 taken back',
    );
    expect(bulkTitle({ ...row, verb: 'return', decisions: { dismiss: 5, reduce: 4 } })).toBe(
      '2 kinds of decision · HS 11357 · 9 returned',
    );
    expect(skippedWords(1)).toContain('One was left');
    expect(decidedOf({ done: 9, skipped: 2 })).toBe(7);
  });

  it('ask for a reason unless every one of the set has that very determination', () => {
    expect(bulkNoteNeeded({ outcome: ['dismiss'] }, 'dismiss')).toBe(false);
    expect(bulkNoteNeeded({ outcome: ['dismiss', 'reduce'] }, 'dismiss')).toBe(true);
    expect(bulkNoteNeeded({}, 'dismiss')).toBe(true);
    expect(bulkNoteNeeded({ outcome: ['not_eligible'] }, 'exclude')).toBe(true);
  });
});
