declare const calendarDate: unique symbol;

/** A day of the calendar, `YYYY-MM-DD`, years 0001 to 9999; the order of texts is the order of days. */
export type LocalDate = string & { readonly [calendarDate]: true };

/** A day that is known only within bounds. Both bounds belong to the range. */
export interface DateRange {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

const FIRST_DAY = '0001-01-01' as LocalDate;
const LAST_DAY = '9999-12-31' as LocalDate;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month counted from 1; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
}

/** Writes a day that is known to exist. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as LocalDate;
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/**
 * Reads `YYYY-MM-DD`.
 *
 * @throws RangeError when the text is anything else, or a day that no calendar has
 */
export function localDate(text: string): LocalDate {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const [year, month, day] = partsOf(text as LocalDate);
    if (year >= 1 && day >= 1 && day <= daysInMonth(year, month)) return text as LocalDate;
  }
  throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text.slice(0, 40)}`);
}

/** Days since 1 March of year 0, by the calendar in use today carried backwards. */
function dayNumber(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const shiftedMonth = month <= 2 ? month + 9 : month - 3;
  return (
    365 * shiftedYear +
    Math.floor(shiftedYear / 4) -
    Math.floor(shiftedYear / 100) +
    Math.floor(shiftedYear / 400) +
    Math.floor((153 * shiftedMonth + 2) / 5) +
    day -
    1
  );
}

function dateOfDayNumber(number: number): LocalDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1) return FIRST_DAY;
  return year > 9999 ? LAST_DAY : dateOf(year, month, day);
}

/**
 * The same day `years` later (earlier when negative). 29 February becomes 1 March in a common year. A result outside
 * the years 0001 to 9999 becomes the first or the last day of them.
 */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** The same day `months` later; a day that the month lacks becomes the first of the next, as in `addYears`. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  if (newYear < 1) return FIRST_DAY;
  if (newYear > 9999) return LAST_DAY;
  if (day <= daysInMonth(newYear, newMonth)) return dateOf(newYear, newMonth, day);
  return dateOf(newYear, newMonth + 1, 1);
}

/** The day `days` later (earlier when negative), held within the years 0001 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Negative when `a` is before `b`, 0 on the same day, positive when after. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}
