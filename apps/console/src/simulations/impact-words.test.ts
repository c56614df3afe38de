import type { Impact } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { countOf, difference, dimensionTable, valuesOf, valueWords } from './impact-words.ts';

const none = { dismiss: 0, reduce: 0, refer: 0, needs_review: 0, not_eligible: 0, out_of_scope: 0 };
const impact = (dismiss: number, ages: readonly string[]): Impact =>
  ({
    byOutcome: { ...none, dismiss },
    by: { age: Object.fromEntries(ages.map((age) => [age, { ...none, dismiss }])) },
  }) as unknown as Impact;
const before = impact(3, ['under 21', '60 and older', 'unknown']);
const after = impact(5, ['30–39', 'unknown']);

describe('figures before and after', () => {
  it('say what is more and what is less', () => {
    expect([difference(3, 5), difference(1_205, 5), difference(4, 4)]).toEqual(['+2', '−1,200', 'no change']);
  });

  it('put ages from young to old and what is unknown last', () => {
    expect(valuesOf('age', before, after)).toEqual(['under 21', '30–39', '60 and older', 'unknown']);
  });

  it('count relief as dismissals and reductions together, and nothing where a value does not occur', () => {
    expect(countOf({ ...none, dismiss: 2, reduce: 3, refer: 9 }, 'relief')).toBe(5);
    expect(countOf(undefined, 'dismiss')).toBe(0);
  });

  it('fill a table with every outcome that occurs on either side', () => {
    expect(dimensionTable('age', before, after)).toEqual({
      columns: ['Age on the as-of date', 'Dismiss, before', 'Dismiss, after'],
      rows: [
        ['Under 21', 3, 0],
        ['30–39', 0, 5],
        ['60 and older', 3, 0],
        ['Unknown', 3, 5],
      ],
    });
  });

  it('write values as the office does', () => {
    expect(valueWords('race', 'OTHER ASIAN')).toBe('Other Asian');
    expect(valueWords('severity', 'felony')).toBe('Felony');
    expect(valueWords('section', 'HS 11357')).toBe('HS 11357');
  });
});
