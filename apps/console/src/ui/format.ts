const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `61,204` */
export const number = (value: number): string => whole.format(value);

/** `1 conviction`, `61,204 convictions`; `many` where an s does not make the plural. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** `42%`; a share that is not nothing never reads 0%, one that is not all never 100%. */
export function percent(part: number, all: number): string {
  if (all === 0) return '–';
  const share = (100 * part) / all;
  if (part > 0 && share < 1) return '<1%';
  if (part < all && share > 99) return '>99%';
  return `${Math.round(share)}%`;
}

/** `512 bytes`, `1.4 MB`; powers of 1,000, as a file manager counts. */
export function bytes(value: number): string {
  if (value < 1000) return counted(value, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  let scaled = value / 1000;
  let unit = 0;
  while (scaled >= 999.95 && unit < units.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  return `${tenth.format(scaled)} ${units[unit] ?? ''}`;
}

/**
 * A calendar date as the office writes it: `Nov 9, 2016`, `May 1979`, `1979`, or `date unknown`.
 * @param value ISO date, or only its year and month, or only its year
 */
export function calendarDate(value: string | null | undefined): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value ?? '') ?? [];
  if (!year) return 'date unknown';
  if (!month) return year;
  if (!day) return `${longMonths[Number(month) - 1] ?? ''} ${year}`;
  return `${months[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
}

/** The day of an instant where the reader sits: `Nov 9, 2016`. */
export function day(instant: string): string {
  const at = new Date(instant);
  return `${months[at.getMonth()] ?? ''} ${at.getDate()}, ${at.getFullYear()}`;
}

/** Time of an instant where the reader sits: `3:07 PM`. */
export function timeOfDay(instant: string): string {
  const at = new Date(instant);
  const hour = at.getHours() % 12 === 0 ? 12 : at.getHours() % 12;
  const minute = String(at.getMinutes()).padStart(2, '0');
  return `${hour}:${minute} ${at.getHours() < 12 ? 'AM' : 'PM'}`;
}

const zones = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' });

/** The reader's time zone at an instant: `PST`, `PDT`, `UTC`. */
export const zone = (instant: string): string =>
  zones.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Day and time of an instant where the reader sits, with the zone: `Nov 9, 2016, 3:07 PM PST`. */
export const dayAndTime = (instant: string): string => `${day(instant)}, ${timeOfDay(instant)} ${zone(instant)}`;

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
/** Calendar days from `from` to `to` where the reader sits; clock changes do not count as days. */
const daysBetween = (from: Date, to: Date) => Math.round((midnight(to) - midnight(from)) / 86_400_000);

/** How long ago: `just now`, `12 minutes ago`, `3 hours ago`, `yesterday`, `9 days ago`, then the date. */
export function ago(instant: string, now: Date): string {
  const at = new Date(instant);
  const seconds = (now.getTime() - at.getTime()) / 1000;
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${counted(Math.floor(seconds / 60), 'minute')} ago`;
  const days = daysBetween(at, now);
  if (days === 0) return `${counted(Math.floor(seconds / 3600), 'hour')} ago`;
  if (days === 1) return 'yesterday';
  return days <= 30 ? `${days} days ago` : day(instant);
}

/** How old something is, for a column that is scanned: `today`, `1 day`, `412 days`. */
export function age(instant: string, now: Date): string {
  const days = daysBetween(new Date(instant), now);
  return days <= 0 ? 'today' : counted(days, 'day');
}

/** When something is due, inside a sentence: `in 12 minutes`, `in 21 hours`, `in 3 days`, `any moment now`. */
export function within(instant: string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  if (seconds <= 0) return 'any moment now';
  if (seconds < 3600) return `in ${counted(Math.ceil(seconds / 60), 'minute')}`;
  if (seconds < 48 * 3600) return `in ${counted(Math.round(seconds / 3600), 'hour')}`;
  return `in ${Math.round(seconds / 86_400)} days`;
}

/** What is left of a clock: `9 minutes left`, `5 hours left`, `3 days left`, `expired`. */
export function left(instant: string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  if (seconds <= 0) return 'expired';
  if (seconds < 3600) return `${counted(Math.ceil(seconds / 60), 'minute')} left`;
  if (seconds < 48 * 3600) return `${counted(Math.round(seconds / 3600), 'hour')} left`;
  return `${Math.round(seconds / 86_400)} days left`;
}
