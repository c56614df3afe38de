import { states } from '@clearance/contract';
import { expect, test } from 'vitest';
import { countyName, rolesInWords, stateWords } from './words.ts';

test('writes the name of a county as people do', () => {
  expect(countyName('LOS ANGELES')).toBe('Los Angeles');
  expect(countyName('CONTRA COSTA')).toBe('Contra Costa');
});
test('says roles in the words of the office and leaves unknown ones alone', () => {
  expect(rolesInWords(['reviewer', 'compliance', 'clerk'])).toBe('Reviewer, Compliance officer, clerk');
});
test('tells every two states apart by their words, not by colour', () => {
  expect(new Set(states.map((state) => stateWords[state].word)).size).toBe(states.length);
});
