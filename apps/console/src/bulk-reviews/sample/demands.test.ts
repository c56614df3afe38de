import { describe, expect, it } from 'vitest';
import { strongerThan } from './demands.ts';
import { askedWords, progressWords, shareWords } from './sample-words.ts';

const standing = { count: 40_000, overrides: 0, drawn: 59, confidence: 0.95, tolerated: 0.05 };

describe('what more can be asked of a sample', () => {
  it('is every stricter demand with its size, the smallest first', () => {
    expect(strongerThan(standing).map(({ size, more }) => [size, more])).toEqual([
      [90, 31],
      [299, 240],
      [459, 400],
      [598, 539],
      [919, 860],
    ]);
  });

  it('never asks for less than before', () => {
    const strict = { ...standing, drawn: 598, tolerated: 0.005 };
    expect(strongerThan(strict).map(({ confidence, tolerated }) => [confidence, tolerated])).toEqual([[0.99, 0.005]]);
  });

  it('is nothing where everything is looked at already', () => {
    expect(strongerThan({ ...standing, count: 30, overrides: 2, drawn: 28 })).toEqual([]);
  });
});

describe('the words of a sample', () => {
  it('say a share as people count', () => {
    expect(shareWords(0.05)).toBe('5 in 100');
    expect(shareWords(0.01)).toBe('1 in 100');
    expect(shareWords(0.005)).toBe('5 in 1,000');
    expect(shareWords(0.125)).toBe('125 in 1,000');
  });

  it('say what is asked, and of whom it asks what', () => {
    expect(askedWords({ ...standing, overrides: 3 })).toBe(
      'The sample has to show, with 95% confidence, that fewer than 5 in 100 are wrong. For that 59 of the 40,000 were drawn at random, and all 3 that do not follow the policy come on top.',
    );
    expect(askedWords({ ...standing, count: 40, drawn: 40 })).toContain('all 40 have to be looked at');
  });

  it('say how far one is', () => {
    expect(progressWords({ drawn: 55, overrides: 4, left: 42 })).toBe('17 of 59 looked at');
  });
});
