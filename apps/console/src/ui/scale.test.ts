import { expect, test } from 'vitest';
import { ceilingOf } from './scale.ts';

test('ends a scale at a round number that holds everything', () => {
  for (const [most, top] of [
    [0, 1],
    [1, 1],
    [3, 4],
    [9, 10],
    [10, 10],
    [11, 20],
    [318, 400],
    [4100, 5000],
    [6400, 8000],
  ] as const) {
    expect(ceilingOf(most)).toBe(top);
  }
});
