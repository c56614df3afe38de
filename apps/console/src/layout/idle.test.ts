import { expect, test } from 'vitest';
import { secondsLeft } from './idle.ts';

test('counts down from the last request and ends a little before the API', () => {
  expect(secondsLeft(1_000_000, 1_000_000 + 60_000, 900)).toBe(835);
  expect(secondsLeft(1_000_000, 1_000_000 + 896_000, 900)).toBeLessThan(0);
});
test('takes an unknown last request as just now', () => expect(secondsLeft(0, 5_000_000, 900)).toBe(900));
