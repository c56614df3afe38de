import type { Impact } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { breakdown, partsOf } from './breakdown.ts';

const counts = (dismiss: number, refer = 0, review = 0) => ({
  dismiss,
  reduce: 0,
  refer,
  needs_review: review,
  not_eligible: 0,
  out_of_scope: 0,
});
const by = {
  section: { unknown: counts(9), 'HS 11359': counts(1), 'HS 11357': counts(2) },
  severity: { unknown: counts(1), misdemeanor: counts(3), felony: counts(2) },
  decade: { '1990s': counts(1), '1980s': counts(1) },
  race: { WHITE: counts(1), unknown: counts(8), BLACK: counts(2, 1, 4) },
  age: { '60 and older': counts(1), '21–29': counts(1), 'under 21': counts(1), unknown: counts(1) },
  agency: {},
} as unknown as Impact['by'];
const labels = (dimension: keyof Impact['by']) => breakdown(dimension, by).map(({ label }) => label);

describe('convictions of one dimension', () => {
  it('stand in the order in which people read it, what is not known last', () => {
    expect(labels('section')).toEqual(['HS 11357', 'HS 11359', 'Section unreadable']);
    expect(labels('severity')).toEqual(['Felony', 'Misdemeanor', 'Severity unknown']);
    expect(labels('decade')).toEqual(['1980s', '1990s']);
    expect(labels('race')).toEqual(['Black', 'White', 'Not known']);
    expect(labels('age')).toEqual(['Under 21', '21–29', '60 and older', 'Not known']);
    expect(labels('agency')).toEqual([]);
  });

  it('are divided so that no conviction is lost', () => {
    const [black] = breakdown('race', by);
    expect(black && [black.total, partsOf(black)]).toEqual([7, [2, 0, 5, 0]]);
  });
});
