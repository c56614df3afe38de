import { describe, expect, it } from 'vitest';
import { decideRecommendation, needsNote } from './recommend.ts';

const evaluated = { state: 'evaluated', version: 3, outcome: 'dismiss', recommenderId: null, returned: false } as const;
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

describe('a recommendation', () => {
  it('moves an evaluated conviction on', () => {
    expect(decideRecommendation(evaluated, { version: 3, decision: 'dismiss' }, 'me')).toBe('recommended');
  });

  it('is refused on a version that is no longer the present one', () => {
    expect(() => decideRecommendation(evaluated, { version: 2, decision: 'dismiss' }, 'me')).toThrow(code('conflict'));
  });

  it('is refused where a decision has been approved', () => {
    expect(() =>
      decideRecommendation({ ...evaluated, state: 'approved' }, { version: 3, decision: 'dismiss' }, 'me'),
    ).toThrow(code('wrong_state'));
  });

  it('needs a reason against the engine, for an exclusion and for a question', () => {
    expect(needsNote('dismiss', 'dismiss')).toBe(false);
    expect(needsNote('not_eligible', 'dismiss')).toBe(true);
    expect(needsNote('dismiss', 'exclude')).toBe(true);
    expect(needsNote('dismiss', 'ask_for_facts')).toBe(true);
    expect(() =>
      decideRecommendation({ ...evaluated, outcome: 'not_eligible' }, { version: 3, decision: 'dismiss' }, 'me'),
    ).toThrow(code('note_required'));
  });

  it('answers a return in a note, also after a detour', () => {
    for (const state of ['returned', 'evaluated', 'needs_facts'] as const) {
      const returned = { ...evaluated, state, returned: true };
      expect(() => decideRecommendation(returned, { version: 3, decision: 'dismiss' }, 'me')).toThrow(
        code('answer_required'),
      );
      expect(decideRecommendation(returned, { version: 3, decision: 'dismiss', note: 'Checked.' }, 'me')).toBe(
        'recommended',
      );
    }
    const asked = { ...evaluated, state: 'needs_facts', returned: true } as const;
    expect(decideRecommendation(asked, { version: 3, decision: 'withdraw' }, 'me')).toBe('evaluated');
  });

  it('is withdrawn only by whoever made it', () => {
    const recommended = { ...evaluated, state: 'recommended', recommenderId: 'her' } as const;
    expect(() => decideRecommendation(recommended, { version: 3, decision: 'withdraw' }, 'me')).toThrow(
      code('forbidden'),
    );
    expect(decideRecommendation(recommended, { version: 3, decision: 'withdraw' }, 'her')).toBe('evaluated');
  });
});
