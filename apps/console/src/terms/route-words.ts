import type { AgencyRoute } from '@clearance/contract';
import { calendarDate, number } from '../ui/format.ts';

/** `CAPD BURBANK and 3 more`, or `Any agency`. */
export function arrestingInWords({ arresting }: Pick<AgencyRoute, 'arresting'>): string {
  if (arresting === 'any') return 'Any agency';
  const [first = 'No agency yet', ...more] = arresting;
  return more.length === 0 ? first : `${first} and ${number(more.length)} more`;
}

const plural: Readonly<Record<AgencyRoute['severity'][number], string>> = {
  felony: 'felonies',
  misdemeanor: 'misdemeanors',
  infraction: 'infractions',
};

/** `felonies`, `misdemeanors and infractions`, `every severity` */
export function severityInWords({ severity }: Pick<AgencyRoute, 'severity'>): string {
  if (severity.length === 0) return 'no severity yet';
  if (severity.length === Object.keys(plural).length) return 'every severity';
  return severity.map((one) => plural[one]).join(' and ');
}

/** Of which convictions a line speaks: `convicted from Jan 1, 2005 to Dec 31, 2010`; `at any time`. */
export function datesInWords({ from, to }: Pick<AgencyRoute, 'from' | 'to'>): string {
  if (from && to) return `convicted from ${calendarDate(from)} to ${calendarDate(to)}`;
  if (from) return `convicted from ${calendarDate(from)} on`;
  return to ? `convicted until ${calendarDate(to)}` : 'at any time';
}

/** A line as a sentence, for a list of what changed. */
export const routeInWords = (route: AgencyRoute): string =>
  `${arrestingInWords(route)}, ${severityInWords(route)}, ${datesInWords(route)}: ${route.agency || 'no prosecutor yet'}`;
