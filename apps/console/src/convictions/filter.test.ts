import { describe, expect, it } from 'vitest';
import { narrowedFor, sameFilter, toggled, waitingForReview, without, withValues } from './filter.ts';

describe('a filter', () => {
  it('puts a value in and takes it out again', () => {
    const once = toggled({}, 'section', 'HS 11357');
    expect(once).toEqual({ section: ['HS 11357'] });
    expect(toggled(once, 'section', 'HS 11357')).toEqual({});
  });

  it('is the same whatever the order of its values', () => {
    expect(sameFilter({ state: ['returned', 'evaluated'] }, { state: ['evaluated', 'returned'] })).toBe(true);
    expect(sameFilter({ state: ['returned'] }, { state: ['evaluated'] })).toBe(false);
  });

  it('tells no flags from any flags', () => {
    expect(sameFilter({ flagsKey: '' }, {})).toBe(false);
  });

  it('loses a key whose last value goes', () => {
    expect(withValues({ severity: ['felony'] }, 'severity', [])).toEqual({});
  });

  it('loses the rule together with the reason it gave', () => {
    expect(without({ reason: ['a'], ruleId: ['r'], section: ['s'] }, 'reason')).toEqual({ section: ['s'] });
    expect(toggled({ reason: ['a'], ruleId: ['r'] }, 'reason', 'b')).toEqual({ reason: ['a', 'b'] });
  });
});

describe('the set of a bulk act', () => {
  it('keeps only stages from which the act may start', () => {
    expect(narrowedFor('recommend', { state: ['evaluated', 'approved'] }).state).toEqual(['evaluated']);
    expect(narrowedFor('approve', {}).state).toEqual(['recommended']);
  });

  it('never widens to everything when no stage of the filter fits', () => {
    expect(narrowedFor('approve', { state: ['approved'] }).state).toEqual([]);
  });

  it('leaves what waits for review as it is', () => {
    expect(narrowedFor('recommend', waitingForReview)).toEqual(waitingForReview);
  });
});
