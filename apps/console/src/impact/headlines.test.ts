import type { Impact } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { headlines } from './headlines.ts';

const impact = {
  countingRules: new Proxy({}, { get: (_rules, key) => `what ${String(key)} counts` }),
  convictions: 400,
  possible: 3,
  felonies: 300,
  nonFelonies: 97,
  earliestConviction: '1952-02-28',
  people: { all: 200, withRelief: 150, noFelonyLeft: 7, noConvictionLeft: 0, noneInSevenYears: 40 },
} as unknown as Impact;
const told = (publish: boolean) =>
  Object.values(headlines(impact, publish))
    .flat()
    .map(({ key, value, share }) => [key, value, share].filter(Boolean).join(' '));

describe('the figures that are read out', () => {
  it('each say what they count', () => {
    expect(headlines(impact, false).people.map(({ rule }) => rule)[1]).toBe('What withRelief counts.');
  });

  it('are told with their share of the whole', () => {
    expect(told(false)).toContain('noFelonyLeft 7 4% of them');
    expect(told(false)).toContain('earliestConviction Feb 28, 1952');
  });

  it('tell nothing for publication from which somebody could be known', () => {
    expect(told(true)).toContain('noFelonyLeft fewer than 11');
    expect(told(true)).toContain('possible fewer than 11');
    expect(told(true)).toContain('noConvictionLeft 0 0% of them');
    expect(told(true)).toContain('earliestConviction 1952');
  });
});
