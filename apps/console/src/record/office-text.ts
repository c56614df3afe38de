import { calendarDate } from '../ui/format.ts';

/** `12 months`-like sums and values as the engine writes them, their dates as the office does: `Feb 13, 2020`. */
export const officeText = (text: string): string =>
  text
    .replace(/\bas-of( =)? (?=\d{4}-)/g, 'the as-of date ')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => calendarDate(day));
