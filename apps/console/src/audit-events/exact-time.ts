import { dayAndTime } from '../ui/format.ts';

/** An instant of the log to the second, where the reader sits: `Nov 9, 2016, 3:07:12 PM`. */
export function exactTime(instant: string): string {
  const seconds = String(new Date(instant).getSeconds()).padStart(2, '0');
  return dayAndTime(instant).replace(/ ([AP]M)$/, `:${seconds} $1`);
}
