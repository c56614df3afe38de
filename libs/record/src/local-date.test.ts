import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, addYears, compareDates, daysBetween, localDate } from './local-date.ts';

const dates = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => localDate(instant.toISOString().slice(0, 10)));

test('reads calendar dates and refuses all else', () => {
  expect(localDate('2016-11-09')).toBe('2016-11-09');
  for (const text of [
    '2017-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-1-1',
    '20170101',
    '0000-01-01',
    '2017-01-01T00',
    '',
  ]) {
    expect(() => localDate(text), text).toThrow(RangeError);
  }
});

describe('adding years', () => {
  test('makes 1 March of 29 February in a common year', () => {
    expect(addYears(localDate('2000-02-29'), 21)).toBe('2021-03-01');
    expect(addYears(localDate('2000-02-29'), 20)).toBe('2020-02-29');
    expect(addYears(localDate('2000-02-29'), -1)).toBe('1999-03-01');
  });
  test('knows which centuries leap', () => {
    expect(addYears(localDate('1996-02-29'), 4)).toBe('2000-02-29');
    expect(addYears(localDate('1896-02-29'), 4)).toBe('1900-03-01');
  });
  test('stays within the years that can be written', () => {
    expect(addYears(localDate('1990-06-01'), 9999)).toBe('9999-12-31');
    expect(addYears(localDate('1990-06-01'), -1990)).toBe('0001-01-01');
  });
});

test('a month that lacks the day gives the first of the next', () => {
  expect(addMonths(localDate('2019-01-31'), 1)).toBe('2019-03-01');
  expect(addMonths(localDate('2019-08-31'), 1)).toBe('2019-10-01');
  expect(addMonths(localDate('2019-12-15'), 1)).toBe('2020-01-15');
  expect(addMonths(localDate('2019-01-15'), -13)).toBe('2017-12-15');
});

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      const days = daysBetween(a, b);
      expect(days).toBe(Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000));
      expect(addDays(a, days)).toBe(b);
      expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)));
    }),
  );
});

test('twelve months are a year', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -200, max: 200 }), (date, years) => {
      expect(addMonths(date, years * 12)).toBe(addYears(date, years));
    }),
  );
});
