import type { CourtListFilter, CourtListMatching } from '@clearance/contract';
import { calendarDate, counted, dayAndTime, number } from '../ui/format.ts';

/** Which of the released convictions a list holds, in words: `Released from Nov 9, 2026 to Nov 12, 2026`. */
export function filterInWords({ bulkReviewId, from, listed, to }: CourtListFilter): string {
  const days = [from && `from ${calendarDate(from)}`, to && `to ${calendarDate(to)}`].filter(Boolean).join(' ');
  if (bulkReviewId) return days ? `Of one bulk approval, released ${days}` : 'Of one bulk approval';
  if (listed) return 'Everything released until then that was on no list';
  return days ? `Released ${days}` : 'Everything released until then';
}

/** `412 convictions of 390 people` */
export const holdsInWords = ({ count, people }: Pick<CourtListMatching, 'count' | 'people'>): string =>
  `${counted(count, 'conviction')} of ${counted(people, 'person', 'people')}`;

/** What a list would hold that gives pause: `9 of these 9 are already on a list, the last one of Nov 22, 2026, 9:38 PM.` */
export function concernsOf({ count, listed, listedAt, changed, vanished }: CourtListMatching): readonly string[] {
  const of = (part: number, one: string, many: string) =>
    `${number(part)} of these ${number(count)} ${part === 1 ? one : many}`;
  return [
    ...(listed > 0 && listedAt
      ? [`${of(listed, 'is', 'are')} already on a list, the last one of ${dayAndTime(listedAt)}.`]
      : []),
    ...(changed > 0 ? [`${of(changed, 'has', 'have')} another history in a newer file than when decided.`] : []),
    ...(vanished > 0 ? [`${of(vanished, 'is', 'are')} no longer in the newest file.`] : []),
  ];
}

/** What the dialog chooses by. */
export interface Choice {
  readonly which: 'unlisted' | 'all' | 'days' | 'batch';
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
  if (which === 'unlisted') return { listed: 'no' };
  if (which === 'all') return {};
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
