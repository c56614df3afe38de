import { describe, expect, test } from 'vitest';
import { COLUMN, COLUMNS, WIDTH } from '../columns.ts';
import { lineWith } from '../testing/rows.ts';
import { detectFile } from './detect-file.ts';
import { diagnoseLine } from './diagnose-line.ts';
import { DojReader } from './doj-reader.ts';
import { maskedLine } from './masked-line.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const header = COLUMNS.join(',');
const good = lineWith({ END_OF_REC: 'EOR' });
const fileOf = (line: string, rows = 30) => utf8(`${header}\n${`${line}\n`.repeat(rows)}`);
const refusal = (bytes: Uint8Array) => {
  const found = detectFile(bytes);
  return 'problem' in found ? found : undefined;
};

const damages: readonly (readonly [damage: string, line: string, says: RegExp])[] = [
  ['ends with extra commas', `${good},`, /^96 cells: the line ends with extra commas, as a spreadsheet writes$/],
  ['ends with many extra commas', `${good},,"",,`, /^99 cells: the line ends with extra commas/],
  ['has semicolons', good.replaceAll(',', ';'), /between semicolons instead of commas/],
  ['has tabs', good.replaceAll(',', '\t'), /between tabs instead of commas/],
  ['has bars', good.replaceAll(',', '|'), /between vertical bars instead of commas/],
  [
    'lost its quotes',
    lineWith({ PRI_NAME: 'X', END_OF_REC: 'EOR' }).replace(',X,', ',DOE,JANE,'),
    /quotes around the cell were lost/,
  ],
  ['lacks a column', good.slice(good.indexOf(',') + 1), /^94 columns instead of 95$/],
  [
    'has a number with an exponent',
    lineWith({ CNT_ORDER: '1.01E+11' }),
    /rewrote CNT_ORDER as 1\.01E\+11: export .* as text/,
  ],
  ['has another exponent', lineWith({ CNT_ORDER: '1,01001E+11' }), /rewrote CNT_ORDER as 1,01001E\+11/],
  [
    'has a person with an exponent',
    lineWith({ CII_NUMBER: '1.01E+11' }),
    /rewrote CII_NUMBER as 1\.01E\+11: export .* as text/,
  ],
  ['has a person with a comma', lineWith({ CII_NUMBER: '1,01E+08' }), /rewrote CII_NUMBER as 1,01E\+08/],
  ['has a person with blanks', lineWith({ CII_NUMBER: '  3E+07 ' }), /rewrote CII_NUMBER as 3E\+07/],
  ['has a number of the file with an exponent', lineWith({ SUBJECT_ID: '1.2e+6' }), /rewrote SUBJECT_ID as 1\.2e\+6/],
  ['has a case with an exponent', lineWith({ OFN: '2.00E+05' }), /rewrote OFN as 2\.00E\+05/],
  ['has an apostrophe', lineWith({ CNT_ORDER: "'101001001000" }), /an apostrophe before CNT_ORDER/],
  ['has a formula', lineWith({ CNT_ORDER: '=101001001000' }), /a formula of CNT_ORDER/],
  ['has an amount', lineWith({ CNT_ORDER: '101001001000.00' }), /CNT_ORDER as an amount/],
];

describe.each(damages)('a row that %s', (_, line, says) => {
  test('says so when it is set aside', () => {
    const reader = new DojReader({ encoding: 'ascii', hasHeader: false });
    const { rejected, rows } = reader.push(utf8(`${good}\n${line}\n${good}\n`));
    expect(rows).toHaveLength(2);
    expect(rejected.map(({ detail }) => detail)).toEqual([expect.stringMatching(says)]);
  });

  test('condemns no file by itself, and the file when most rows are so, with the first of them shown', () => {
    expect(refusal(utf8(`${header}\n${`${good}\n`.repeat(3)}${line}\n`))).toBeUndefined();
    expect(refusal(utf8(`${`${good}\n`.repeat(19)}${`${line}\n`.repeat(19)}`))).toBeUndefined();
    expect(refusal(utf8(`${`${good}\n`.repeat(40)}${`${line}\n`.repeat(30)}`))).toBeUndefined();
    for (const bytes of [fileOf(line), fileOf(line, 1), utf8(`\n${good}\n${`${line}\n`.repeat(25)}`)]) {
      const found = refusal(bytes);
      expect(found?.detail).toMatch(says);
      expect(found).toMatchObject({ problem: 'damaged_rows' });
      expect(found?.shown?.line).toBe(bytes[0] === 10 ? 3 : 2);
      expect(found?.shown?.text.slice(0, 5)).toBe(line.slice(0, 5));
    }
  });
});

test('numbers that a spreadsheet rewrote each in another way are one damage', () => {
  const rows = Array.from({ length: 30 }, (_, index) => lineWith({ CNT_ORDER: `1.0${index + 10}E+11` }));
  expect(refusal(utf8(`${header}\n${rows.join('\n')}\n`))?.detail).toContain('1.010E+11');
});

test.each(['5E01234', '7E12', '1E5', '2E', '1.2', '9.E+', 'A1.01E+11', '3.1-E+5', '1.01E+11X', '12E+5'])(
  'a number of its own is none that was rounded: %s',
  (number) => {
    const reader = new DojReader({ encoding: 'ascii', hasHeader: false });
    const { rejected } = reader.push(utf8(`${lineWith({ OFN: number, CII_NUMBER: number })}\n`));
    expect(rejected).toEqual([]);
  },
);

test('what stands in CNT_ORDER and is no rewritten number is not repeated', () => {
  const reader = new DojReader({ encoding: 'ascii', hasHeader: false });
  const { rejected } = reader.push(utf8(`${lineWith({ CNT_ORDER: '123-45-6789' })}\n`));
  expect(rejected[0]?.detail).toBe('CNT_ORDER is not twelve digits');
});

test.each([
  ['lower case', header.toLowerCase(), /column 1 of the header is "record_id" instead of RECORD_ID/],
  ['blanks', header.replaceAll('_', ' '), /column 1 of the header is "RECORD ID" instead of RECORD_ID/],
  ['another first name', header.replace('RECORD_ID', 'ID'), /column 1 of the header is "ID" instead of RECORD_ID/],
  ['extra commas', `${header},,,`, /^98 cells: the header ends with extra commas, as a spreadsheet writes$/],
  [
    'apostrophes',
    header.replaceAll(/[A-Z_]+/g, "'$&"),
    /"'RECORD_ID" instead of RECORD_ID: a spreadsheet put an apostro/,
  ],
  ['semicolons', header.replaceAll(',', ';'), /\b1 column instead of 95; its cells stand between semicolons/],
])('a header with %s is a header and no damaged row', (_, first, says) => {
  expect(refusal(utf8(`${first}\n${`${good}\n`.repeat(3)}`))?.detail).toMatch(says);
});

test('UTF-16 is named with or without its mark', () => {
  const wide = (text: string) => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0), 0]));
  const big = (text: string) => Uint8Array.from([...text].flatMap((sign) => [0, sign.charCodeAt(0)]));
  for (const bytes of [wide(`\ufeff${header}`), wide(header), big(header)]) {
    expect(refusal(bytes)?.detail).toMatch(/UTF-16/);
  }
});

test('a line is shown without what looks like a social security number or a licence', () => {
  const text = maskedLine('1,A12345678,DOE,123-45-6789,123456789,123 45 6789,N1234567,101001001000,19990201');
  expect(text).toBe(`1,••••5678,DOE,${'•••••••••,'.repeat(4)}101001001000,19990201`);
  expect(maskedLine('x'.repeat(1000)).length).toBeLessThan(300);
  const shown = refusal(fileOf(`${lineWith({ PRI_SSN: '123-45-6789', REQ_SSN: '987654321' })},`))?.shown?.text ?? '';
  expect(shown).not.toMatch(/123-45-6789|987654321/);
});

test('a line is shown with the end of a state identifier only, and with its dates', () => {
  const text = maskedLine('"A12345678",a07123456,82345678,1234567890,19850231,19850228,19790000,101001001000,98F12345');
  expect(text).toBe('"••••5678",••••3456,••••5678,••••7890,••••0231,19850228,19790000,101001001000,98F12345');
  const shown = refusal(fileOf(`${lineWith({ CII_NUMBER: 'A87654321', REQ_CII_NUMBER: 'A87654321' })},`))?.shown?.text;
  expect(shown).toContain('••••4321');
  expect(shown).not.toContain('A87654321');
});

test('an extra comma within quotes is part of a cell', () => {
  expect(diagnoseLine(utf8(lineWith({ COMMENT_TEXT: 'A,B,' })))).toBeUndefined();
  expect(WIDTH - 1).toBe(COLUMN.END_OF_REC);
});
