import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN, COLUMNS, WIDTH } from './columns.ts';
import { exactLine } from './exact-csv.ts';
import { KeptRow, keptColumns, packCells, packRow } from './kept-cells.ts';
import { columnsThatMatter } from './packed/what-matters.ts';
import { exactText } from './reading/exact-text.ts';
import { Line } from './reading/line.ts';

const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/\p{Cc}/gu, ' '));

test('no identity and no separator may be stored', () => {
  const never = [
    ...['PRI_SSN', 'REQ_SSN', 'PRI_CDL', 'REQ_CDL', 'CITIZENSHIP_LIST', 'POB_CODE', 'POB_NAME', 'POB_TYPE', 'REQ_NAME'],
    ...['REQ_CII_NUMBER', 'REQ_DOB', 'REQ_GENDER', 'PRI_IDN', 'PRI_INN', 'FE_NUM_OOS_INN', 'FBI_NUMBER', 'CII_NUMBER'],
    ...['PRI_NAME', 'REQ_SEG_SEP', 'SENT_SEG_SEP', 'END_OF_REC'],
  ];
  expect(keptColumns.filter((name) => never.includes(name) || name.endsWith('_SEG_SEP'))).toEqual([]);
  expect(keptColumns).toHaveLength(69);
});

test('what is stored comes back in its place, and the rest comes back empty', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }), (cells) => {
      const kept = new KeptRow(1, packCells(cells)).cells;
      expect(kept).toEqual(
        cells.map((text, index) => (keptColumns.includes(COLUMNS[index] ?? 'RECORD_ID') ? text : '')),
      );
      expect(packCells(kept)).toBe(packCells(cells));
    }),
  );
});

test('a social security number is nowhere in what is stored', () => {
  const cells = new Array<string>(WIDTH).fill('');
  for (const name of ['PRI_SSN', 'REQ_SSN'] as const) cells[COLUMN[name]] = '900112222';
  expect(packCells(cells)).not.toContain('900112222');
});

const lineOf = fc
  .array(fc.oneof(cell, fc.constantFrom('', '"', ',', 'a,"b"', '-')), { minLength: WIDTH, maxLength: WIDTH })
  .chain((cells) =>
    fc.array(fc.boolean(), { minLength: WIDTH, maxLength: WIDTH }).map((quoted) => ({
      cells,
      text: cells.map((it, index) => (quoted[index] ? `"${it.replaceAll('"', '""')}"` : exactLine([it]))).join(','),
    })),
  );

test('a line gives the same as its cells, however the file quotes them', () => {
  fc.assert(
    fc.property(lineOf, ({ cells, text }) => {
      const line = new Line(7, 0, exactText(text));
      expect(packRow(line)).toBe(packCells(cells));
      expect(cells.map((_, column) => line.cell(column))).toEqual(cells);
    }),
  );
});

test('where only what decisions look at is asked for, the rest is empty', () => {
  fc.assert(
    fc.property(lineOf, ({ cells }) => {
      const only = COLUMNS.map((name, index) => (columnsThatMatter.some((one) => one === name) ? cells[index] : ''));
      expect(new KeptRow(7, packCells(cells), 'mattering').cells).toEqual(only);
    }),
  );
});

test.each(['all', 'mattering'] as const)('refuses a text that is no stored row, asked for %s', (only) => {
  expect(() => new KeptRow(7, 'a\u001fb', only).cells).toThrow(RangeError);
});
