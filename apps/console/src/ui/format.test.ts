import { expect, test } from 'vitest';
import { age, ago, bytes, calendarDate, counted, dayAndTime, left, number, percent } from './format.ts';

/** Local times, so that the test says the same in every time zone. */
const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute);
const now = at(2026, 11, 22);

test('writes a whole date as the office does', () => expect(calendarDate('2016-11-09')).toBe('Nov 9, 2016'));
test('writes a month or a year where the file holds no more', () => {
  expect(calendarDate('1979-05')).toBe('May 1979');
  expect(calendarDate('1979')).toBe('1979');
});
test('says that a date is unknown instead of inventing one', () => {
  for (const value of [null, undefined, '', 'sometime', '11/09/2016']) {
    expect(calendarDate(value)).toBe('date unknown');
  }
});

test('groups thousands', () => expect(number(61_204)).toBe('61,204'));
test('counts one and many', () => {
  expect(counted(1, 'conviction')).toBe('1 conviction');
  expect(counted(0, 'conviction')).toBe('0 convictions');
  expect(counted(2, 'address', 'addresses')).toBe('2 addresses');
});
test('never rounds something to nothing or nearly all to all', () => {
  expect(percent(1, 20_000)).toBe('<1%');
  expect(percent(19_999, 20_000)).toBe('>99%');
  expect(percent(0, 5)).toBe('0%');
  expect(percent(5, 5)).toBe('100%');
  expect(percent(0, 0)).toBe('–');
});
test('writes sizes as a file manager does', () => {
  expect(bytes(1)).toBe('1 byte');
  expect(bytes(999)).toBe('999 bytes');
  expect(bytes(412_334_120)).toBe('412.3 MB');
  expect(bytes(999_960)).toBe('1 MB');
});

test('says how long ago something was', () => {
  expect(ago(at(2026, 11, 22, 11, 59).toISOString(), at(2026, 11, 22, 11, 59))).toBe('just now');
  expect(ago(at(2026, 11, 22, 11, 48).toISOString(), now)).toBe('12 minutes ago');
  expect(ago(at(2026, 11, 22, 9).toISOString(), now)).toBe('3 hours ago');
  expect(ago(at(2026, 11, 21, 23, 30).toISOString(), at(2026, 11, 22, 1))).toBe('yesterday');
  expect(ago(at(2026, 11, 13).toISOString(), now)).toBe('9 days ago');
  expect(ago(at(2026, 1, 2).toISOString(), now)).toBe('Jan 2, 2026');
});
test('counts calendar days across a change of the clocks', () => {
  expect(age(at(2026, 3, 1, 23).toISOString(), at(2026, 4, 1, 1))).toBe('31 days');
  expect(age(now.toISOString(), now)).toBe('today');
});
test('says what is left of a clock', () => {
  expect(left(at(2026, 11, 25, 13).toISOString(), now)).toBe('3 days left');
  expect(left(new Date(now.getTime() + 7 * 86_400_000 - 4_000).toISOString(), now)).toBe('7 days left');
  expect(left(at(2026, 11, 22, 17).toISOString(), now)).toBe('5 hours left');
  expect(left(at(2026, 11, 22, 12, 9).toISOString(), now)).toBe('9 minutes left');
  expect(left(now.toISOString(), now)).toBe('expired');
});
test('writes noon and midnight as clocks do', () => {
  expect(dayAndTime(at(2026, 11, 22, 0, 5).toISOString())).toMatch(/^Nov 22, 2026, 12:05 AM \S+$/);
  expect(dayAndTime(at(2026, 11, 22, 12, 0).toISOString())).toMatch(/^Nov 22, 2026, 12:00 PM \S+$/);
});
