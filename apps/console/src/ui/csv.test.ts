import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const columns = ['Section', 'Convictions'];

test('writes the header and every row, numbers bare', () => {
  expect(csvOf({ columns, rows: [['HS 11357', 5969]] })).toBe('Section,Convictions\r\nHS 11357,5969\r\n');
});
test('quotes what would break a row', () => {
  expect(csvOf({ columns: ['a'], rows: [['x, "y"\nz']] })).toBe('a\r\n"x, ""y""\nz"\r\n');
});
test('makes cells harmless that a spreadsheet would run', () => {
  for (const start of ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) {
    expect(csvOf({ columns: ['a'], rows: [[`${start}1`]] })).toBe(`a\r\n'${start}1\r\n`);
  }
  expect(csvOf({ columns: ['a'], rows: [[' =1'], ['b;=1']] })).toBe("a\r\n '=1\r\nb;'=1\r\n");
});
test('leaves negative numbers numbers', () => expect(csvOf({ columns: ['a'], rows: [[-3]] })).toBe('a\r\n-3\r\n'));
