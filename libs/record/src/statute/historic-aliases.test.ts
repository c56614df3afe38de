import { expect, test } from 'vitest';
import { parseDojDate } from '../doj-date.ts';
import { readDescription, statuteText } from './read-offense.ts';
import { currentStatute } from './historic-aliases.ts';

function today(description: string, date: string): string | undefined {
  const [reference] = readDescription(description).references;
  if (!reference) throw new Error(`no section in ${description}`);
  const current = currentStatute(reference, parseDojDate(date));
  return current && statuteText(current);
}

test.each([
  ['11530 HS', '19680510', 'HS 11357'],
  ['11530.1 HS', '19680510', 'HS 11358'],
  ['11530.5 HS', '19680510', 'HS 11359'],
  ['11531 HS', '19680510', 'HS 11360'],
  ['11532 HS', '19680510', 'HS 11360'],
  ['664/11530.1 HS', '19680510', 'attempt of HS 11358'],
  ['11530 HS', '19740000', 'HS 11357'],
  ['11530.5 HS', '', 'HS 11359'],
])('%s of %s is now %s', (description, date, section) => {
  expect(today(description, date)).toBe(section);
});

test('a number in use for something else since then is what it says', () => {
  expect(today('11532(A) HS', '20040101')).toBe('HS 11532(a)');
});

test('without a date that tells, either may be meant', () => {
  expect(today('11532 HS', '')).toBeUndefined();
});

test('sections of other codes and of today stay as they are', () => {
  expect(today('11530 PC', '19680510')).toBe('PC 11530');
  expect(today('11357(B) HS', '19990101')).toBe('HS 11357(b)');
});
