import { describe, expect, it } from 'vitest';
import { lifecycle, nextState, startsOf, states } from './lifecycle.ts';

describe('the life of a conviction', () => {
  it('names only states that exist', () => {
    for (const move of lifecycle) {
      expect(states).toContain(move.to);
      for (const from of move.from) expect(states).toContain(from);
    }
  });

  it('has at most one arrow for a state, verb and decision', () => {
    const seen = new Set<string>();
    for (const { verb, from, decision } of lifecycle) {
      for (const state of from) {
        for (const what of decision ?? ['any']) {
          const arrow = `${state} ${verb} ${what}`;
          expect(seen.has(arrow), arrow).toBe(false);
          seen.add(arrow);
        }
      }
    }
  });

  it('lets nobody approve what nobody recommended', () => {
    expect(startsOf('approve')).toEqual(['recommended']);
    for (const state of states.filter((one) => one !== 'recommended')) {
      expect(nextState(state, 'approve', 'dismiss')).toBeUndefined();
    }
  });

  it('leads an approval to where the recommendation pointed', () => {
    expect(nextState('recommended', 'approve', 'dismiss')).toBe('approved');
    expect(nextState('recommended', 'approve', 'reduce')).toBe('approved');
    expect(nextState('recommended', 'approve', 'refer')).toBe('referred');
    expect(nextState('recommended', 'approve', 'challenge')).toBe('challenged');
    expect(nextState('recommended', 'approve', 'exclude')).toBe('excluded');
    expect(nextState('recommended', 'approve')).toBeUndefined();
  });

  it('releases only what was approved, and takes nothing back that was released', () => {
    expect(startsOf('release')).toEqual(['approved']);
    expect(nextState('approved', 'undo')).toBe('recommended');
    for (const { verb, from } of lifecycle) expect(from, verb).not.toContain('released');
  });

  it('never lets a newer file undo what was approved', () => {
    for (const state of ['approved', 'referred', 'challenged', 'excluded', 'released'] as const) {
      expect(nextState(state, 'supersede')).toBeUndefined();
      expect(nextState(state, 'evaluate')).toBeUndefined();
    }
  });
});
