import { describe, expect, test } from 'vitest';

import type { Policy } from '../policy/policy.ts';
import { sentences } from '../policy/sentences.ts';
import { validatePolicy } from '../policy/validate.ts';
import { first, personWith, preset } from '../testing/small-policy.ts';

const leavesOut = preset('prop64-dismiss-all');
const keepsIn: Policy = { ...leavesOut, scope: { ...leavesOut.scope, setAside: 'in_scope' } };
const SET_ASIDE = 'CONV SET ASIDE & DISM PER 1203.4 PC';

function outcomes(...later: string[]): string[] {
  return [leavesOut, keepsIn].map((policy) => first(personWith({ later }), policy).outcome);
}

describe('a conviction set aside under PC 1203.4', () => {
  test.each([SET_ASIDE, 'DISM PER 1203.4A PC', 'CONV SET ASIDE & DISM PER 1203.41 PC', 'DISMISSED PER 1203.425 PC'])(
    'is out of scope unless the policy keeps it: %s',
    (wording) => expect(outcomes(wording)).toEqual(['out_of_scope', 'dismiss']),
  );

  test.each([
    ['CONV VACATED'],
    ['DISMISSED & SEALED PER 11361.8 HS'],
    [SET_ASIDE, 'CONV VACATED'],
    ['CONV VACATED', SET_ASIDE],
  ])('is out of scope of every policy once it was taken away for good: %s', (...later) =>
    expect(outcomes(...later)).toEqual(['out_of_scope', 'out_of_scope']),
  );

  test('goes to a person where a later row that nobody can read may have gone further', () => {
    expect(outcomes(SET_ASIDE, 'RELIEF GIVEN SOMEHOW')).toEqual(['out_of_scope', 'needs_review']);
    expect(outcomes('RELIEF GIVEN SOMEHOW', SET_ASIDE)).toEqual(['out_of_scope', 'needs_review']);
  });

  test.each(['CONV SET ASIDE & DISM PER 1203.43 PC', 'CONV SET ASIDE & DISM PER 1203.45 PC'])(
    'is something else under a neighboring section that undoes the plea or seals the record: %s',
    (wording) => expect(outcomes(wording)).toEqual(['out_of_scope', 'out_of_scope']),
  );

  test('goes to a person where the order names no law', () => {
    expect(outcomes('CONV SET ASIDE & DISM')).toEqual(['out_of_scope', 'needs_review']);
    expect(outcomes('CONV SET ASIDE & DISM', SET_ASIDE)).toEqual(['out_of_scope', 'needs_review']);
    expect(outcomes('CONV SET ASIDE & DISM', 'CONV VACATED')).toEqual(['out_of_scope', 'out_of_scope']);
  });

  test('is the misdemeanor that it was reduced to before', () => {
    const sanDiego = preset('san-diego-2020');
    const kept: Policy = { ...sanDiego, scope: { ...sanDiego.scope, setAside: 'in_scope' } };
    const outcome = (...later: string[]) => first(personWith({ later }), kept).outcome;
    const reduced = 'CONV REDUCED TO MISD PER 17(B) PC';
    expect([outcome(SET_ASIDE), outcome(reduced, SET_ASIDE), outcome(SET_ASIDE, reduced)]).toEqual([
      ...['reduce', 'dismiss', 'dismiss'],
    ]);
  });

  test('keeps its flag, whichever way the policy chose', () => {
    expect(first(personWith({ later: [SET_ASIDE] }), keepsIn).flags).toContain('already_relieved');
  });
});

test('says in the sentences of a policy which of the two it chose', () => {
  const said = (policy: Policy) => sentences(policy).find(({ ruleId }) => ruleId === 'already-relieved')?.sentence;
  expect(said(leavesOut)).toBe('Out of scope when a later order took the conviction away.');
  expect(said(keepsIn)).toBe('Out of scope when the conviction was vacated or dismissed for good.');
});

test('lets a rule speak of convictions that were set aside only where the policy keeps them', () => {
  const [rule] = leavesOut.rules;
  const when = { term: 'relieved', how: 'set_aside' } as const;
  const withRule = (policy: Policy) => ({ ...policy, rules: [{ ...rule, id: 'set-aside', when }, ...policy.rules] });
  expect(validatePolicy(withRule(keepsIn))).toMatchObject({ ok: true });
  expect(validatePolicy(withRule(leavesOut))).toMatchObject({ ok: false, problems: [{ path: 'rules.0.when' }] });
});
