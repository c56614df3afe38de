import { dateOf, daysInMonth } from './local-date.ts';
import type { DateRange } from './local-date.ts';
import { remembering } from './remembering.ts';

/** No one on file was born earlier, and nothing on file happens later: `02010101` is a slip of the pen, not a year. */
const YEARS = { first: 1800, last: 2199 };

/** Every day of a century, and the years and months of it. */
const DATES_REMEMBERED = 40_000;

/**
 * Reads a date cell of the state's file, `YYYYMMDD` with or without blanks around it.
 *
 * `19790000` is some day in 1979, `19790500` some day in May of it. A blank, a filler, a day that does not exist
 * (`20170231`), a day without its month (`19790015`) and a year outside 1800 to 2199 are no date at all.
 */
export function parseDojDate(cell: string): DateRange | undefined {
  const text = cell.trim();
  return text.length === 8 ? read(text) : undefined;
}

const read = remembering((text: string): DateRange | undefined => {
  if (!/^\d{8}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6));
  if (year < YEARS.first || year > YEARS.last) return undefined;
  if (month === 0) return day === 0 ? { earliest: dateOf(year, 1, 1), latest: dateOf(year, 12, 31) } : undefined;
  const length = daysInMonth(year, month);
  if (length === 0 || day > length) return undefined;
  if (day === 0) return { earliest: dateOf(year, month, 1), latest: dateOf(year, month, length) };
  const only = dateOf(year, month, day);
  return { earliest: only, latest: only };
}, DATES_REMEMBERED);
