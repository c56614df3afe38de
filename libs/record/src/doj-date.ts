import { dateOf, daysInMonth } from './local-date.ts';
import type { DateRange } from './local-date.ts';

/** No one on file was born earlier, and nothing on file happens later: `02010101` is a slip of the pen, not a year. */
const YEARS = { first: 1800, last: 2199 };

const ZERO = 0x30;

/** Every date that was read, by its digits: the same few thousand come again and again. */
const known: (DateRange | undefined)[] = [];

/**
 * Reads a date cell of the state's file, `YYYYMMDD` with or without blanks around it.
 *
 * `19790000` is some day in 1979, `19790500` some day in May of it. A blank, a filler, a day that does not exist
 * (`20170231`), a day without its month (`19790015`) and a year outside 1800 to 2199 are no date at all.
 */
export function parseDojDate(cell: string): DateRange | undefined {
  const text = cell.length === 8 ? cell : cell.trim();
  if (text.length !== 8) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 4, 6);
  const day = digits(text, 6, 8);
  if (!(year >= YEARS.first && year <= YEARS.last && month <= 12 && day <= 31)) return undefined;
  const place = ((year - YEARS.first) * 13 + month) * 32 + day;
  return (known[place] ??= rangeOf(year, month, day));
}

/** The number that stands from one place to another; NaN where anything else does. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function rangeOf(year: number, month: number, day: number): DateRange | undefined {
  if (month === 0) return day === 0 ? { earliest: dateOf(year, 1, 1), latest: dateOf(year, 12, 31) } : undefined;
  const length = daysInMonth(year, month);
  if (day > length) return undefined;
  if (day === 0) return { earliest: dateOf(year, month, 1), latest: dateOf(year, month, length) };
  const only = dateOf(year, month, day);
  return { earliest: only, latest: only };
}
