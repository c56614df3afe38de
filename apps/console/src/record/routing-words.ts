import { calendarDate } from '../ui/format.ts';

/**
 * Which list told who prosecutes.
 * @param routing county and version of the routing table, as the trace has it; absent where the county has none
 */
export function routingWords(routing: string | undefined, county: string): string {
  if (routing === undefined) return `${county} County has not said whose arrests which office prosecutes`;
  const [, day] = / (\d{4}-\d{2}-\d{2})$/.exec(routing) ?? [];
  return day ? `the county’s list of ${calendarDate(day)}` : `the county’s list ${routing}`;
}
