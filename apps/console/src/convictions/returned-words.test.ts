import { expect, it } from 'vitest';
import { returnedWords } from './returned-words.ts';

it('says who returned how many', () => {
  const returned = { by: 'Paula Novak', note: 'Look at the birth date.' };
  expect(returnedWords({ ...returned, count: 24 }, 24)).toBe('Paula Novak returned these 24');
  expect(returnedWords({ ...returned, count: 3 }, 1200)).toBe('Paula Novak returned 3 of these 1,200');
  expect(returnedWords({ ...returned, count: 1 }, 1)).toBe('Paula Novak returned this');
});
