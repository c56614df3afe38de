import { expect, it } from 'vitest';
import { staleNumbers } from './stale-reason.ts';

it('finds the number that a reason still says after the rule says another', () => {
  expect(staleNumbers('The person is 50 or older.', 'Dismiss when the person is 45 or older.')).toEqual(['50']);
  expect(staleNumbers('The person is 50 or older.', 'Dismiss when the person is 50 or older.')).toEqual([]);
});

it('leaves dates, sections and names of laws alone', () => {
  for (const [reason, sentence] of [
    ['Convicted on or after 9 November 2016, when Proposition 64 was law.', 'convicted on or after November 9, 2016.'],
    ['Registered under PC 290 before this conviction.', 'the person was registered.'],
    ['An offense of HS 11358(d)(1).', 'Dismiss.'],
    ['A misdemeanor was no part of the 2020 rule.', 'Dismiss.'],
  ] as const)
    expect(staleNumbers(reason, sentence), reason).toEqual([]);
});
