import type { DateRange, OffenseText } from '@clearance/record';
import { localDate, readCitation } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import { dateFact } from '../fact.ts';
import { cannabis } from './cannabis.ts';
import { matchPair } from './gang-pair.ts';
import { matchOffense } from './match.ts';
import { registrable } from './registrable.ts';
import { parseStatute } from './statute-list.ts';
import type { StatuteList } from './statute-list.ts';
import { superStrike } from './super-strike.ts';

function offense(text: string): OffenseText {
  return { text, cell: { line: 1, column: 'OFFENSE_DESCR' }, source: 'description', ...readCitation(text) };
}

function on(day: string) {
  const date = localDate(day);
  return dateFact({ earliest: date, latest: date } satisfies DateRange, 'date', []);
}

function resultOf(list: StatuteList, text: string, day = '2000-01-01') {
  return matchOffense(list, offense(text), on(day)).result;
}

test('every entry of every list is a statute that can be read', () => {
  for (const list of [cannabis, superStrike, registrable]) {
    const pairs = (list.pairs ?? []).flatMap(({ enhancement, offenses }) => [enhancement, ...offenses]);
    const wrong = [...list.entries.map(({ statute }) => statute), ...pairs].filter((text) => !parseStatute(text));
    expect(wrong).toEqual([]);
  }
});

describe('structure decides', () => {
  test.each([
    ['187(A) PC', true],
    ['187 PC', true],
    ['537 PC', false],
    ['664/187(A) PC', true],
    ['664/205 PC', 'unknown'],
    ['32/187 PC', false],
    ['288(A) PC', true],
    ['288 PC', true],
    ['288(C) PC', false],
    ['288.5(A) PC', true],
    ['245(D)(3) PC', true],
    ['245(D) PC', 'unknown'],
    ['245 PC', 'unknown'],
    ['245(A)(1) PC', false],
    ['207(A) PC', 'unknown'],
    ['207 PC', true],
    ['653F(B) PC', true],
    ['653F(A) PC', false],
    ['286(C)(2)(A) PC', true],
    ['286(E) PC', false],
    ['1672(A) MV', true],
    ['1672(A) PC', false],
    ['187', 'unknown'],
    ['MURDER', 'unknown'],
    ['', 'unknown'],
  ] as const)('%s is a super-strike: %s', (text, expected) => {
    expect(resultOf(superStrike, text)).toBe(expected);
  });

  test.each([
    ['243.4(A) PC', true],
    ['236.1(B) PC', true],
    ['236.1(A) PC', false],
    ['237 PC', false],
    ['261.5 PC', false],
    ['664/288(A) PC', true],
    ['272 PC', 'unknown'],
  ] as const)('%s requires registration: %s', (text, expected) => {
    expect(resultOf(registrable, text)).toBe(expected);
  });

  test('one of several offenses in a text is enough', () => {
    expect(matchOffense(cannabis, offense('11357(B)/11359 HS'), on('2000-01-01'))).toEqual({
      result: true,
      sections: ['HS 11357', 'HS 11359'],
    });
  });

  test('an unknown result says why', () => {
    expect(matchOffense(superStrike, offense('245 PC'), on('2000-01-01')).why).toBe('PC 245: may be PC 245(d)(3)');
    expect(matchOffense(cannabis, offense('WEED'), on('2000-01-01')).why).toBe('the offense "WEED" cannot be read');
    expect(matchOffense(cannabis, offense(''), on('2000-01-01')).why).toBe('the offense is not given');
  });

  test('a historic number counts under the number of today', () => {
    expect(matchOffense(cannabis, offense('11531 HS'), on('1965-05-01'))).toEqual({
      result: true,
      sections: ['HS 11360'],
    });
    expect(matchOffense(cannabis, offense('11531 HS'), dateFact(undefined, 'date', [])).result).toBe('unknown');
  });
});

describe('a gang enhancement', () => {
  const [pair] = superStrike.pairs ?? [];
  const matches = (text: string, ...ofCase: string[]) =>
    pair && matchPair(superStrike, pair, offense(text), [text, ...ofCase].map(offense), on('2000-01-01')).result;

  test('makes a super-strike only with one of its offenses in the same case', () => {
    expect(matches('136.1(A) PC', '186.22(B)(4) PC')).toBe(true);
    expect(matches('136.1(A) PC')).toBe(false);
    expect(matches('459 PC', '186.22(B)(4) PC')).toBe(false);
    expect(matches('213(A)(1)(A) PC', '186.22(B)(4)(A) PC')).toBe(true);
    expect(matches('213(A)(1)(B) PC', '186.22(B)(4) PC')).toBe(false);
  });

  test('is unknown where its subdivision is not given, or another offense of the case cannot be read', () => {
    expect(matches('246 PC', '186.22(B) PC')).toBe('unknown');
    expect(matches('246 PC', '186.22(A) PC')).toBe(false);
    expect(matches('246 PC', 'GANG')).toBe('unknown');
  });
});
