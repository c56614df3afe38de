import { describe, expect, it } from 'vitest';
import { listTitle, rulesAsking, withList, withoutList, blankList } from './lists.ts';
import type { Policy } from './policy.ts';
import { blankRule, ruleId, withCopy, withoutRule, withRule, withRuleMoved } from './rules.ts';

const list = { ...blankList('2026-01-02'), title: 'cannabis offenses' };
const policy: Policy = {
  name: 'small',
  version: '1',
  title: 'Small',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis: list, strikes: { ...list, title: '' } },
  rules: [
    { ...blankRule('a'), when: { not: { any: [{ term: 'has_conviction_in', list: 'strikes', when: 'before' }] } } },
    { ...blankRule('b'), when: { term: 'agency', in: ['strikes'] } },
    { ...blankRule('c'), when: { all: [{ term: 'offense', in: 'cannabis' }] } },
  ],
  otherwise: { title: 'Else', then: { outcome: 'needs_review' }, cite: 'HS 11361.9' },
};
const ids = ({ rules }: Policy) => rules.map(({ id }) => id).join('');

describe('the rules of a policy', () => {
  it('can be added at a place, copied under another id, removed and moved', () => {
    expect(ids(withRule(policy, 1, blankRule('n')))).toBe('anbc');
    const copied = withCopy(policy, 0, 'x');
    expect(ids(copied)).toBe('axbc');
    expect(copied.rules[1]?.when).toBe(policy.rules[0]?.when);
    expect(ids(withoutRule(policy, 1))).toBe('ac');
    expect(ids(withRuleMoved(policy, 2, 0))).toBe('cab');
    expect(withRuleMoved(policy, 0, -1)).toBe(policy);
    expect(ids(policy)).toBe('abc');
  });

  it('have ids that the policy language takes', () => {
    expect(ruleId('0F3A9BC1-77')).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
  });
});

describe('the lists of a policy', () => {
  it('know the rules that ask for them, however deep, and no agency of the same name', () => {
    expect(rulesAsking(policy, 'strikes')).toEqual([1]);
    expect(rulesAsking(policy, 'cannabis')).toEqual([3]);
    expect(rulesAsking(policy, 'none')).toEqual([]);
  });

  it('can be added and removed, and are called by their title', () => {
    expect(Object.keys(withList(policy, 'more', list).lists)).toEqual(['cannabis', 'strikes', 'more']);
    expect(Object.keys(withoutList(policy, 'strikes').lists)).toEqual(['cannabis']);
    expect(listTitle(policy, 'cannabis')).toBe('cannabis offenses');
    expect(listTitle(policy, 'strikes')).toBe('list without a title');
    expect(listTitle(policy, 'gone')).toBe('list without a title');
  });
});
