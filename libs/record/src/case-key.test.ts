import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseKey, isSameNumber } from './case-key.ts';

describe('one number in many spellings has one key', () => {
  test.each([
    ['CRF0571204', 'CRF05-71204', 'crf 05 71204', 'CRF.0571204', 'CRF-05-71204'],
    ['0007142', '7142', ' 07142 '],
    ['SC 31877-B', 'SC31877B', 'SC31877', 'SC 31877/A', 'SC31877-02'],
    ['TR-004417', 'TR4417', 'TR 4417', 'CASE NO. TR4417'],
    ['99F01234', '99-F-01234', '99 F 1234'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(caseKey)).size).toBe(1);
  });
});

test.each([
  ['CRF0171208', 'CRF0571208'],
  ['22-1308', '22-1399'],
  ['7142', '71420'],
  ['A1', 'B1'],
  ['CR12', 'MC12'],
  ['2005-1', '2005-2'],
])('%s and %s are two cases', (a, b) => {
  expect(isSameNumber(a, b)).toBe('no');
});

test.each([
  ['MC95703', 'SC95703'],
  ['95703', 'SC95703'],
  ['CR05-1204', 'CR05-001204'],
])('%s and %s may be one case', (a, b) => {
  expect(isSameNumber(a, b)).toBe('perhaps');
});

test('a text that holds no number has no key, and a blank one is no number', () => {
  expect([caseKey(''), caseKey(' - '), isSameNumber('', ''), isSameNumber('', 'A1')]).toEqual(['', '', 'yes', 'no']);
  expect(caseKey('000')).toBe('0');
});

const letters = fc.constantFrom('', 'CR', 'CRF', 'SC', 'MC');
const digits = fc.stringMatching(/^[1-9][0-9]{3,7}$/);
const sign = fc.constantFrom('', ' ', '-', '.', '/', '  ');

test('signs, blanks, capitals and zeros in front change no key, and the key is a key of itself', () => {
  fc.assert(
    fc.property(
      letters,
      digits,
      sign,
      fc.nat(3),
      fc.constantFrom('', '-01', '/A', ' -B'),
      (court, number, by, zeros, of) => {
        const plain = caseKey(court + number);
        expect(caseKey(`${court.toLowerCase()}${by}${'0'.repeat(zeros)}${number}${of}`)).toBe(plain);
        expect(caseKey(plain)).toBe(plain);
      },
    ),
  );
});

test('two different numbers of one court never share a key', () => {
  fc.assert(
    fc.property(letters, digits, digits, (court, one, two) => {
      fc.pre(one !== two);
      expect(caseKey(court + one)).not.toBe(caseKey(court + two));
    }),
  );
});
