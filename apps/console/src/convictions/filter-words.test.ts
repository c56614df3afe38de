import { describe, expect, it } from 'vitest';
import { waitingForReview } from './filter.ts';
import { chipsOf, valueWord } from './filter-words.ts';

const texts = (filter: Parameters<typeof chipsOf>[0]) => chipsOf(filter).map(({ label, text }) => `${label}: ${text}`);

describe('filters in words', () => {
  it('show every part of what the queue opens with', () => {
    expect(texts(waitingForReview)).toEqual([
      'Stage: To review, Returned, Needs facts',
      'Determination: all but out of scope',
    ]);
  });

  it('show nothing for no filter', () => expect(chipsOf({})).toEqual([]));

  it('name decades, unreadable sections and unknown values', () => {
    expect(valueWord('decade', 1990)).toBe('1990s');
    expect(valueWord('decade', 0)).toBe('Date unknown');
    expect(valueWord('section', 'unknown')).toBe('Section unreadable');
    expect(valueWord('flag', 'brand_new_flag')).toBe('Brand new flag');
  });

  it('say a rule by its reason where that is known', () => {
    expect(valueWord('ruleId', 'two-priors', { 'two-priors': 'Two or more priors' })).toBe('Two or more priors');
    expect(valueWord('ruleId', 'two-priors')).toBe('Two priors');
  });

  it('leave the rule out where the reason is said', () => {
    expect(texts({ ruleId: ['undecided'], reason: ['Not known: the severity.'] })).toEqual([
      'Reason: Not known: the severity.',
    ]);
  });

  it('count on after three values', () => {
    expect(texts({ section: ['a', 'b', 'c', 'd'] })).toEqual(['Section: a, b and 2 more']);
  });

  it('tell no flags from certain flags', () => {
    expect(texts({ flagsKey: '' })).toEqual(['Flags: none']);
    expect(texts({ flagsKey: 'deceased,serving' })).toEqual(['Flags: only Deceased, Serving']);
  });
});
