import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { readCitation } from './citation.ts';
import { readDescription, statuteText } from './read-offense.ts';

/** The sections of a description, as they are cited. */
function cited(description: string): string[] {
  return readDescription(description).references.map(statuteText);
}

test.each([
  ['11357(A) HS-POSSESS CONCENTRATED CANNABIS', ['HS 11357(a)']],
  ['11359HS-POSSESS MARIJUANA FOR SALE', ['HS 11359']],
  ['11359 HS', ['HS 11359']],
  ['11360(A)(3)(C) HS-SELL', ['HS 11360(a)(3)(c)']],
  ['11357 (B) HS - POSS', ['HS 11357(b)']],
  ['11357.5(A) HS-SYNTHETIC', ['HS 11357.5(a)']],
  ['  11358   HS-X', ['HS 11358']],
  ['11358 hs-cultivate', ['HS 11358']],
  ['11358 H&S-CULTIVATE', ['HS 11358']],
  ['11358 H/S', ['HS 11358']],
  ['11358 HSC', ['HS 11358']],
  ['11357A HS-POSS', ['HS 11357(a)']],
  ['288A PC-ORAL COPULATION', ['PC 288a']],
  ['288APC', ['PC 288a']],
  ['288(A) PC-LEWD ACT', ['PC 288(a)']],
  ['273AB(A) PC', ['PC 273ab(a)']],
  ['647F PC', ['PC 647f']],
  ['187(A) PC-MURDER', ['PC 187(a)']],
  ['23152(B) VC-DUI ALCOHOL/0.08 PERCENT', ['VC 23152(b)']],
  ['4140 BP-POSSESS NEEDLE', ['BP 4140']],
  ['1672(A) MV', ['MV 1672(a)']],
  ['41.27(C) LAMC-DRINKING IN PUBLIC', ['MC 41.27(c)']],
  ['21 USC 841(A)(1)-DISTRIBUTE', ['US 21-841(a)(1)']],
  ['333.7403(2)(D) MCL-POSSESS MARIJUANA', ['MCL 333.7403(2)(d)']],
  ['MCL 750.520B(1)(A)', ['MCL 750.520b(1)(a)']],
  ['PC 187(A)', ['PC 187(a)']],
  ['HS 11357(B)-POSS', ['HS 11357(b)']],
  ['186.22(B)(4) PC', ['PC 186.22(b)(4)']],
])('%j is %j', (description, sections) => {
  expect(cited(description)).toEqual(sections);
  expect(readDescription(description).unparsed).toBeUndefined();
});

describe('several sections', () => {
  test.each([
    ['484(A)/490.5 PC-PETTY THEFT', ['PC 484(a)', 'PC 490.5']],
    ['11357(B)/11364 HS', ['HS 11357(b)', 'HS 11364']],
    ['11357(B) HS/11364 HS', ['HS 11357(b)', 'HS 11364']],
    ['11350(A) HS & 4140 BP', ['HS 11350(a)', 'BP 4140']],
    ['11357(B), 11358, 11359 HS', ['HS 11357(b)', 'HS 11358', 'HS 11359']],
    ['11360(A)/(B) HS', ['HS 11360(a)', 'HS 11360(b)']],
    ['HS 11357(B), 11364', ['HS 11357(b)', 'HS 11364']],
    ['PC 187(A) HS 11358', ['PC 187(a)', 'HS 11358']],
    ['11359 HS-POSS FOR SALE/11358 HS-CULTIVATE', ['HS 11359', 'HS 11358']],
  ])('%j', (description, sections) => {
    expect(cited(description)).toEqual(sections);
  });
});

describe('an attempt, a conspiracy, an accessory', () => {
  test.each([
    ['664/11358 HS', ['attempt of HS 11358']],
    ['664 PC/11358 HS', ['attempt of HS 11358']],
    ['664(A)/187(A) PC-ATT MURDER', ['attempt of PC 187(a)']],
    ['11358 HS/664 PC', ['attempt of HS 11358']],
    ['187/664 PC', ['attempt of PC 187']],
    ['182/11360(A) HS', ['conspiracy to HS 11360(a)']],
    ['182(A)(1)/11360(A) HS', ['conspiracy to HS 11360(a)']],
    ['32/11360(A) HS-ACCESSORY', ['accessory to HS 11360(a)']],
    ['664/484(A)/490.5 PC', ['attempt of PC 484(a)', 'attempt of PC 490.5']],
    ['182/664/187 PC', ['attempt of conspiracy to PC 187']],
  ])('%j', (description, sections) => {
    expect(cited(description)).toEqual(sections);
  });

  test('alone, PC 664, 182 and 32 are offenses of their own', () => {
    expect(cited('664 PC-ATTEMPT')).toEqual(['PC 664']);
    expect(cited('182(A)(1) PC-CONSPIRACY')).toEqual(['PC 182(a)(1)']);
    expect(cited('32 PC-ACCESSORY')).toEqual(['PC 32']);
  });

  test('of another code they are nothing special', () => {
    expect(cited('664 VC/11358 HS')).toEqual(['VC 664', 'HS 11358']);
  });
});

describe('what is not said stays unknown', () => {
  test('a code that is left out', () => {
    expect(readDescription('11357(A)-POSSESS').references).toEqual([
      { code: undefined, section: '11357', subdivisions: ['a'] },
    ]);
    expect(cited('664 PC/11358')).toEqual(['attempt of 11358']);
    expect(cited('11357 POSSESS MARIJUANA')).toEqual(['11357']);
  });

  test('a code that nobody has heard of', () => {
    expect(cited('11357 ZZ-POSSESS')).toEqual(['11357']);
  });

  test.each([
    'POSSESS MARIJUANA',
    '1ST DEGREE BURGLARY',
    '-11357 HS',
    '11357((A) HS',
    '664/ HS?',
    '??',
    'PC',
    '11357ABCD',
    '(A) HS',
  ])('%j is not understood', (text) => {
    const citation = readCitation(text);
    expect(citation).toEqual({ references: [], unparsed: text });
  });

  test('numbers among the words are no sections', () => {
    expect(cited('11357(B) HS-POSS MARIJUANA 28.5- GRAMS/1 OZ')).toEqual(['HS 11357(b)']);
    expect(cited('459 PC-BURGLARY 11357 HS PRIOR')).toEqual(['PC 459']);
  });
});

test('a row of numbers four times as long is read in about four times the work', () => {
  const lines = [5_000, 20_000].map((numbers) => `459 PC-X/${'11/'.repeat(numbers)}`);
  // In turns, and the least of several: what else the machine does only ever adds to it.
  const least = lines.map(() => Infinity);
  for (let turn = 0; turn < 9; turn += 1) {
    for (const [at, line] of lines.entries()) {
      const before = cpuUsage();
      readDescription(line);
      const { user, system } = cpuUsage(before);
      least[at] = Math.min(least[at] ?? Infinity, user + system);
    }
  }
  const [short = 0, long = Infinity] = least;
  // Were it read again from each number, it would be sixteen times.
  expect(long / short).toBeLessThan(10);
});
