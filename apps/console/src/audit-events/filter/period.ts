import type { AuditFilter } from '@clearance/contract';
import { daysBefore, endOfDay, startOfDay } from '../day-range.ts';

/** A stretch of time that is often asked for. */
export interface Period {
  readonly key: string;
  readonly label: string;
  /** Days before today with which it begins; undefined is all time. */
  readonly days: number | undefined;
}

export const periods: readonly Period[] = [
  { key: 'all', label: 'Any time', days: undefined },
  { key: 'today', label: 'Today', days: 0 },
  { key: 'week', label: 'Last 7 days', days: 6 },
  { key: 'month', label: 'Last 30 days', days: 29 },
  { key: 'year', label: 'Last 365 days', days: 364 },
];
const today = periods[1]?.days ?? 0;

/** The bounds of a period. The beginning is written out, so that a link still means the same days tomorrow. */
export function boundsOf(key: string, now: Date): Pick<AuditFilter, 'from' | 'to'> {
  const days = periods.find((period) => period.key === key)?.days;
  if (days === undefined) return { from: undefined, to: undefined };
  return { from: startOfDay(daysBefore(now, days)), to: endOfDay(daysBefore(now, today)) };
}

/** The period that a filter's bounds are, or `between` for any others. */
export function periodOf({ from, to }: AuditFilter, now: Date): string {
  const found = periods.find(({ key }) => {
    const bounds = boundsOf(key, now);
    return bounds.from === from && bounds.to === to;
  });
  return found?.key ?? 'between';
}
