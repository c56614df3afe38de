/**
 * A calendar day as a whole number, counted from 1 January of year 1, which is 0 and stands for "not known" as well: the
 * old tools held an unreadable date as the first day of their calendar and went on calculating with it.
 */
export type Day = number;

export const UNKNOWN_DAY: Day = 0;

/** Days from 1 March of year 0 to 1 January of year 1. */
const TO_YEAR_ONE = 306;
const MOST_REMEMBERED = 50_000;

const remembered = new Map<string, Day>();

/** Reads a cell as it stands: eight digits, nothing around them, that name a day of the calendar. */
export function readDay(cell: string): Day {
  if (cell.length !== 8) return UNKNOWN_DAY;
  let day = remembered.get(cell);
  if (day === undefined) {
    day = parseDay(cell);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(cell, day);
  }
  return day;
}

function parseDay(cell: string): Day {
  if (!/^\d{8}$/.test(cell)) return UNKNOWN_DAY;
  const year = Number(cell.slice(0, 4));
  const month = Number(cell.slice(4, 6));
  const day = Number(cell.slice(6));
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? dayOf(year, month, day) : UNKNOWN_DAY;
}

/** A day may lie beyond its month: 29 February of a common year is 1 March. */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const monthsSinceMarch = month <= 2 ? month + 9 : month - 3;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1 - TO_YEAR_ONE;
}

function daysIn(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The same day of another year; 29 February becomes 1 March in a common year, forwards and backwards. */
export function addYears(day: Day, years: number): Day {
  const [year, month, ofMonth] = partsOf(day);
  return dayOf(year + years, month, ofMonth);
}

/** `MM/DD/YYYY` */
export function slashedDate(day: Day): string {
  const [year, month, ofMonth] = partsOf(day);
  return `${digits(month, 2)}/${digits(ofMonth, 2)}/${digits(year, 4)}`;
}

/** `YYYY-MM-DD` */
export function dashedDate(day: Day): string {
  const [year, month, ofMonth] = partsOf(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(ofMonth, 2)}`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function partsOf(day: Day): [year: number, month: number, ofMonth: number] {
  const shifted = day + TO_YEAR_ONE;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsSinceMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  const ofMonth = ofYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofMonth];
}
