import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN, WIDTH } from '../columns.ts';
import { exactLine } from '../exact-csv.ts';
import { read } from '../testing/read-bytes.ts';

const cell = fc.oneof(fc.constantFrom('', '  -  ', 'A,B', 'SAID "NO"', '"', ',', 'PEÑA', '11357(A) HS'), fc.string());
const written = fc.array(fc.tuple(cell, fc.boolean()), { minLength: WIDTH, maxLength: WIDTH });

test('a quote that a cell does not need changes nothing', () => {
  fc.assert(
    fc.property(written, (given) => {
      const cells = given.map(([text]) => text.replace(/[\p{Cc}\ufeff]/gu, ' '));
      cells[COLUMN.CII_NUMBER] = 'A00000001';
      cells[COLUMN.CNT_ORDER] = '101001001000';
      const plain = exactLine(cells);
      const quoted = cells.map((text, column) =>
        given[column]?.[1] ? `"${text.replaceAll('"', '""')}"` : exactLine([text]),
      );
      const { rejected, rows } = read(new TextEncoder().encode(`${quoted.join(',')}\n`));
      expect(rejected).toEqual([]);
      expect(rows.map(({ text }) => text)).toEqual([plain]);
      expect(rows[0]?.cells).toEqual(cells);
    }),
  );
});
