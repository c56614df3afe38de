import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COLUMNS } from '../columns.ts';
import { exactLine } from '../exact-csv.ts';
import { isUnfinishedRow } from './unfinished-row.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const row = (cell: string) => exactLine(COLUMNS.map(() => cell));

it.each(['', '\r', '  ', '\u001a', ' \r\u001a'])('nothing behind the last line end is no row: %j', (tail) => {
  expect(isUnfinishedRow(bytes(tail))).toBe(false);
});

it('a last row without a line end is whole, whatever its cells hold', () => {
  fc.assert(
    fc.property(fc.string(), (cell) => {
      const plain = `x${cell.replace(/[\r\n]/g, '')}`;
      expect(isUnfinishedRow(bytes(row(plain)))).toBe(false);
    }),
  );
});

it('one that was cut anywhere before its last cell is not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('YOLO', 'a, b', 'say "so"', ' - '),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (cell, at) => {
        const whole = row(cell);
        const last = whole.lastIndexOf(cell.includes(',') || cell.includes('"') ? ',"' : ',');
        const cut = bytes(whole.slice(0, 1 + Math.floor(at * (last - 1))));
        expect(isUnfinishedRow(cut)).toBe(cut.some((byte) => byte > 0x20));
      },
    ),
  );
});
