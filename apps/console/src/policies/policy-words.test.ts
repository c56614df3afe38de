import { describe, expect, it } from 'vitest';
import { consequenceOf } from './consequence.ts';
import { ruleOutcome } from './rule-outcome.ts';

describe('publishing a policy', () => {
  it('says before it is done what it does to everybody and what it leaves alone', () => {
    expect(consequenceOf(3, 7296)).toMatch(
      /^Version 4 replaces version 3\. 7,296 convictions are evaluated again, and until that is through none of them can be approved\./,
    );
    expect(consequenceOf(1, 1)).toContain('1 conviction is evaluated again');
    expect(consequenceOf(1)).toContain('Every conviction is evaluated again');
    expect(consequenceOf(undefined)).toMatch(/^It becomes version 1/);
  });
});

describe('the outcome of a rule', () => {
  it('is the chip of that outcome, however it is written', () => {
    expect(ruleOutcome('needs_review')).toEqual(ruleOutcome('Needs review'));
    expect(ruleOutcome('dismiss').word).toBe('Dismiss');
  });
  it('keeps words that are more than an outcome', () => {
    expect(ruleOutcome('refer: City Attorney')).toMatchObject({ word: 'Refer: City Attorney', tone: 'plain' });
  });
});
