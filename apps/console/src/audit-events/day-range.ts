import { day, dayAndTime } from '../ui/format.ts';

const two = (value: number) => String(value).padStart(2, '0');
const partsOf = (isoDay: string) => isoDay.split('-').map(Number) as [number, number, number];

/** The calendar day of an instant where the reader sits: `2016-11-09`. */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The first instant of a day where the reader sits. */
export function startOfDay(isoDay: string): string {
  const [year, month, date] = partsOf(isoDay);
  return new Date(year, month - 1, date).toISOString();
}

/** The last instant of a day where the reader sits. */
export function endOfDay(isoDay: string): string {
  const [year, month, date] = partsOf(isoDay);
  return new Date(year, month - 1, date, 23, 59, 59, 999).toISOString();
}

/** The day that lies `days` before `now` where the reader sits. */
export const daysBefore = (now: Date, days: number): string =>
  dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString());

const startText = (from: string) => (startOfDay(dayOf(from)) === from ? day(from) : dayAndTime(from));
const endText = (to: string) => (endOfDay(dayOf(to)) === to ? day(to) : dayAndTime(to));

/** `Nov 1, 2016 to Nov 9, 2016`, `on Nov 9, 2016`, `since Nov 1, 2016`, `until Nov 9, 2016`; undefined for all time. */
export function rangeInWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to)
    return startText(from) === endText(to) ? `on ${startText(from)}` : `${startText(from)} to ${endText(to)}`;
  if (from) return `since ${startText(from)}`;
  return to ? `until ${endText(to)}` : undefined;
}
