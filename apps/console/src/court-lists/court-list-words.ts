import type { CourtListFilter, CourtListMatching } from '@clearance/contract';
import { calendarDate, counted } from '../ui/format.ts';

/** Which of the released convictions a list holds, in words: `Released from Nov 9, 2026 to Nov 12, 2026`. */
export function filterInWords({ bulkReviewId, from, to }: CourtListFilter): string {
  const days = [from && `from ${calendarDate(from)}`, to && `to ${calendarDate(to)}`].filter(Boolean).join(' ');
  if (bulkReviewId) return days ? `Of one bulk approval, released ${days}` : 'Of one bulk approval';
  return days ? `Released ${days}` : 'Everything released until then';
}

/** `412 convictions of 390 people` */
export const holdsInWords = ({ count, people }: CourtListMatching): string =>
  `${counted(count, 'conviction')} of ${counted(people, 'person', 'people')}`;

/** What the dialog chooses by. */
export interface Choice {
  readonly which: 'all' | 'days' | 'batch';
  readonly from: string;
  readonly to: string;
}

/** What is wrong with the days, if anything. */
export function daysProblem({ from, to, which }: Choice): string | undefined {
  if (which !== 'days') return undefined;
  if (!from && !to) return 'Choose the first day, the last day, or both.';
  return from && to && from > to ? 'The last day is before the first.' : undefined;
}

/** The filter that the API is asked with. */
export function filterOf({ from, to, which }: Choice, batch: string | undefined): CourtListFilter {
  if (which === 'batch') return batch ? { bulkReviewId: batch } : {};
  if (which === 'all') return {};
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
