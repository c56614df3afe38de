import { describe, expect, it } from 'vitest';
import { askedWords, sendBackVerb, sendBackWords } from './sample-words.ts';

describe('what a defect sends back', () => {
  it('is told with its number before it is sent', () => {
    expect(sendBackWords(4)).toContain('These 4 go back to the reviewers');
    expect(sendBackVerb(4)).toBe('Send these 4 back');
    expect(sendBackWords(1)).toContain('It goes back to the reviewers; nothing else');
    expect(sendBackVerb(1)).toBe('Send it back');
    expect(sendBackWords(undefined)).not.toMatch(/\d/);
  });
});

describe('what is asked of a sample', () => {
  it('speaks of one as of one', () => {
    const one = { count: 1, overrides: 1, drawn: 0, confidence: 0.95, tolerated: 0.05 };
    expect(askedWords(one)).toBe('This one does not follow the policy, so it has to be looked at.');
    expect(askedWords({ ...one, overrides: 0, drawn: 1 })).toMatch(/only one, which has to be looked at\.$/);
  });
});
