import { describe, expect, it } from 'vitest';
import { decideApproval } from './approve.ts';

const recommended = {
  state: 'recommended',
  version: 4,
  outcome: 'dismiss',
  decision: 'dismiss',
  historyDigest: 'abc',
  recommenderIds: ['her'] as string[],
} as const;
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

describe('an approval', () => {
  it('approves what somebody else recommended', () => {
    expect(decideApproval(recommended, 'abc', { version: 4, verdict: 'approve' }, 'me')).toBe('approved');
  });

  it('is refused to the person who recommended, in this round or an earlier one', () => {
    const own = { ...recommended, recommenderIds: ['her', 'me'] };
    expect(() => decideApproval(own, 'abc', { version: 4, verdict: 'approve' }, 'me')).toThrow(
      code('own_recommendation'),
    );
    expect(() => decideApproval(own, 'abc', { version: 4, verdict: 'return', note: 'x' }, 'me')).toThrow(
      code('own_recommendation'),
    );
  });

  it('is refused when the history changed after the recommendation', () => {
    expect(() => decideApproval(recommended, 'older', { version: 4, verdict: 'approve' }, 'me')).toThrow(
      code('history_changed'),
    );
  });

  it('returns only with a reason', () => {
    expect(() => decideApproval(recommended, 'abc', { version: 4, verdict: 'return' }, 'me')).toThrow(
      code('note_required'),
    );
    expect(decideApproval(recommended, 'abc', { version: 4, verdict: 'return', note: 'Wrong count.' }, 'me')).toBe(
      'returned',
    );
  });

  it('needs a reason where the policy did not lead to it', () => {
    for (const outcome of ['reduce', 'not_eligible', 'needs_review', null]) {
      const against = { ...recommended, outcome };
      expect(() => decideApproval(against, 'abc', { version: 4, verdict: 'approve' }, 'me')).toThrow(
        code('note_required'),
      );
      const said = { version: 4, verdict: 'approve', note: 'The court reduced it since.' } as const;
      expect(decideApproval(against, 'abc', said, 'me')).toBe('approved');
    }
  });

  it('is refused on an older version and in another state', () => {
    expect(() => decideApproval(recommended, 'abc', { version: 3, verdict: 'approve' }, 'me')).toThrow(
      code('conflict'),
    );
    expect(() =>
      decideApproval({ ...recommended, state: 'evaluated' }, 'abc', { version: 4, verdict: 'approve' }, 'me'),
    ).toThrow(code('wrong_state'));
  });
});
