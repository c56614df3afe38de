import { LOG_REVIEW_DAYS, type OpenLogReview } from '@clearance/contract';

/**
 * Until when the log has to be looked at again.
 * @param since the last review, or the first entry where there was none; undefined while there is no entry at all
 */
export function dueAfter(since: Date | string | undefined, now: Date): Pick<OpenLogReview, 'dueAt' | 'overdue'> {
  const begin = since === undefined ? now : new Date(since);
  const due = new Date(begin.getTime() + LOG_REVIEW_DAYS * 86_400_000);
  return { dueAt: due.toISOString(), overdue: due < now };
}
