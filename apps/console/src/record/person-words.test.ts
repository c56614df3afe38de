import { expect, it } from 'vitest';
import { genderWord, personName, raceWord } from './person-words.ts';

it('writes people as a reader expects them', () => {
  expect(personName('DOE,JANE Q')).toBe('DOE, JANE Q');
  expect(personName('DOE, JANE')).toBe('DOE, JANE');
  expect([genderWord('M'), genderWord('FEMALE'), genderWord('')]).toEqual(['Male', 'Female', 'Not given']);
  expect([raceWord('BLACK'), raceWord('OTHER ASIAN'), raceWord('')]).toEqual(['Black', 'Other Asian', 'Not given']);
});
