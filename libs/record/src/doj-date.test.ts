import { expect, test } from 'vitest';
import { parseDojDate } from './doj-date.ts';

test.each([
  ['19990301', '1999-03-01', '1999-03-01'],
  [' 19990301  ', '1999-03-01', '1999-03-01'],
  ['19790000', '1979-01-01', '1979-12-31'],
  ['19790500', '1979-05-01', '1979-05-31'],
  ['19800200', '1980-02-01', '1980-02-29'],
  ['20000229', '2000-02-29', '2000-02-29'],
])('%j is from %s to %s', (cell, earliest, latest) => {
  expect(parseDojDate(cell)).toEqual({ earliest, latest });
});

test.each([
  ...[
    '',
    '        ',
    '  -  ',
    'x',
    '#',
    'NULL  ',
    '20170231',
    '19000229',
    '20171301',
    '20170132',
    '19790015',
    '00000000',
  ],
  ...['02010101', '1999030', '199903011', '1999-03-01', '1999030A'],
])('%j is no date', (cell) => {
  expect(parseDojDate(cell)).toBeUndefined();
});
