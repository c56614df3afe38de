import { describe, expect, it } from 'vitest';
import { actionWord, knownActions, whatHappened } from './action-words.ts';

describe('what happened, in words', () => {
  it('uses its own words for the usual actions', () => {
    expect(whatHappened({ action: 'session.start', outcome: 'success' })).toBe('Signed in');
    expect(whatHappened({ action: 'record.view', outcome: 'success' })).toBe('Looked at a person’s record');
  });
  it('says of a refused or failed act that it was only tried', () => {
    expect(whatHappened({ action: 'session.start', outcome: 'refused' })).toBe('Tried to sign in');
    expect(whatHappened({ action: 'audit_export.create', outcome: 'failed' })).toBe(
      'Tried to ask for an export of the log',
    );
  });
  it('reads an action that it does not know as noun and verb', () => {
    expect(whatHappened({ action: 'court_order.file', outcome: 'success' })).toBe('Filed a court order');
    expect(whatHappened({ action: 'conviction.seal', outcome: 'refused' })).toBe('Tried to seal a conviction');
    expect(whatHappened({ action: 'bulkReview.undo', outcome: 'success' })).toBe('Undid a bulk review');
    expect(whatHappened({ action: 'conviction.ask_for_facts', outcome: 'success' })).toBe(
      'Asked for facts on a conviction',
    );
    expect(whatHappened({ action: 'simulation.done', outcome: 'success' })).toBe('Finished a simulation');
    expect(whatHappened({ action: 'checkpoint', outcome: 'success' })).toBe('Recorded a checkpoint');
  });
  it('has words for every action that it offers to filter by', () => {
    for (const code of knownActions) expect(actionWord(code).did).toMatch(/^[A-Z][^_.]+$/);
  });
});
