import { expect, it } from 'vitest';
import { withoutControlNumber } from './control-number.ts';

it.each([
  ['COM: SCN-12345678901', 'COM: '],
  ['SCN-12345678901', ''],
  ['COM: ALSO CHGD 11360(A) HS, DISMISSED SCN-12345678901', 'COM: ALSO CHGD 11360(A) HS, DISMISSED '],
])('a comment without its control number: %s', (comment, rest) => {
  expect(withoutControlNumber(comment)).toBe(rest);
});

it.each([
  '11357(B) HS-POSS MARIJ',
  // A number of another length, or one with something behind it, may say more than a control number does.
  'COM: SCN-1135711358',
  'COM: SCN-123456789012',
  'COM: SCN-12345678901 11359 HS',
  'COM: XSCN-12345678901',
  'COM: SCN-1234567890A',
  '12345678901',
  '',
])('a comment that has none stays whole: %s', (comment) => {
  expect(withoutControlNumber(comment)).toBe(comment);
});
