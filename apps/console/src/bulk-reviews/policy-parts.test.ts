import { describe, expect, it } from 'vitest';
import { deviationWords, partsOf } from './policy-parts.ts';

const set = {
  count: 10,
  decisions: { dismiss: 10 },
  outcomes: { dismiss: 6, not_eligible: 3, needs_review: 1 },
  sections: { 'HS 11357': 7, 'HS 11358': 3 },
  relations: { follows: 6, against: 3, undecided: 1 },
};

describe('a set of which some does not follow the policy', () => {
  it('says how many, and which of them the policy could not decide', () => {
    expect(deviationWords(set)).toEqual({
      headline: '4 of these 10 do not follow the policy.',
      kinds: '3 are recommended against what it determined; 1 is such that it could not decide.',
    });
    expect(deviationWords({ count: 2, relations: { follows: 0, against: 0, undecided: 2 } })?.headline).toBe(
      'None of these 2 follows the policy.',
    );
    expect(deviationWords({ count: 2, relations: { follows: 2, against: 0, undecided: 0 } })).toBeUndefined();
  });

  it('speaks of one as of one', () => {
    expect(deviationWords({ count: 1, relations: { follows: 0, against: 1, undecided: 0 } })).toEqual({
      headline: 'This one does not follow the policy.',
      kinds: 'It is recommended against what the policy determined.',
    });
    expect(deviationWords({ count: 1, relations: { follows: 0, against: 0, undecided: 1 } })?.kinds).toBe(
      'The policy could not decide it.',
    );
  });

  it('offers the part that follows it', () => {
    expect(partsOf(set, { state: ['recommended'] })).toEqual([
      { says: 'Take the 6 that follow the policy', filter: { state: ['recommended'], outcome: ['dismiss'] } },
    ]);
  });

  it('offers its sections where nothing follows it, the largest first', () => {
    const against = { ...set, outcomes: { not_eligible: 10 } };
    expect(partsOf(against, {}).map(({ says }) => says)).toEqual(['Take HS 11357: 7', 'Take HS 11358: 3']);
    expect(partsOf({ ...against, sections: { 'HS 11357': 10 } }, {})).toEqual([]);
  });

  it('offers each thing that was recommended, since one approves only one of them', () => {
    expect(partsOf({ ...set, decisions: { reduce: 4, dismiss: 6 } }, {})).toEqual([
      { says: 'Take dismissal: 6', filter: { decision: ['dismiss'] } },
      { says: 'Take reduction: 4', filter: { decision: ['reduce'] } },
    ]);
  });

  it('offers nothing where all of it follows', () => {
    expect(partsOf({ ...set, outcomes: { dismiss: 10 } }, {})).toEqual([]);
  });
});
