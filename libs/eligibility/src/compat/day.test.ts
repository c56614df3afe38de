import { describe, expect, test } from 'vitest';
import { addYears, dashedDate, readDay, slashedDate, UNKNOWN_DAY } from './day.ts';

const day = (text: string) => readDay(text.replaceAll('-', ''));

describe('a day of the old tools', () => {
  test.each(['', '19790000', '20170229', '20170231', ' 19790101', '1979010', '197901011', 'x', '00000000', '19791301'])(
    'is the first of the calendar where the cell is no date: %j',
    (cell) => {
      expect(readDay(cell)).toBe(UNKNOWN_DAY);
    },
  );

  test('is that same day where the cell says so', () => {
    expect(readDay('00010101')).toBe(UNKNOWN_DAY);
    expect([slashedDate(UNKNOWN_DAY), dashedDate(UNKNOWN_DAY)]).toEqual(['01/01/0001', '0001-01-01']);
  });

  test('agrees with the calendar of the machine from the year 1 to 2400', () => {
    const first = new Date(0).setUTCFullYear(1, 0, 1);
    for (let count = 0; count < 876_000; count += 97) {
      const text = new Date(first + count * 86_400_000).toISOString().slice(0, 10);
      expect([day(text), dashedDate(count)]).toEqual([count, text]);
    }
  });

  test.each([
    ['1996-02-29', 21, '2017-03-01'],
    ['1996-02-29', 4, '2000-02-29'],
    ['2020-02-29', -7, '2013-03-01'],
    ['2019-03-01', -7, '2012-03-01'],
    ['2020-02-29', -20, '2000-02-29'],
    ['0001-01-01', 50, '0051-01-01'],
  ])('%s and %i years is %s', (from, years, to) => {
    expect(dashedDate(addYears(day(from), years))).toBe(to);
  });
});
