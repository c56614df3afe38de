import { z } from 'zod';
import { calendarDate, instant, uuid } from './list.ts';
import { givenTo, madeFile } from './made-files.ts';

const day = calendarDate.refine((date) => date >= '1900-01-01' && date < '3000-01-01');

/**
 * Which of the released convictions: those that one bulk approval approved, or released within days of the office, both
 * counted; `listed: 'no'` leaves out what is on a list already.
 */
const released = {
  bulkReviewId: uuid.optional(),
  from: day.optional(),
  to: day.optional(),
  listed: z.literal('no').optional(),
};

/**
 * `GET /api/court-lists/matching`: how many convictions of how many people a list would hold at this moment; how many of
 * them are on a list already, and since when on the newest; and how many a newer file changed or no longer holds.
 */
export const courtListFilter = z.strictObject(released);
export type CourtListFilter = z.infer<typeof courtListFilter>;
export const courtListMatching = z.object({
  count: z.int(),
  people: z.int(),
  listed: z.int(),
  listedAt: instant.nullable(),
  changed: z.int(),
  vanished: z.int(),
});
export type CourtListMatching = z.infer<typeof courtListMatching>;

/** `POST /api/court-lists`: a release of criminal history, so to whom and what for are asked. */
export const courtListBody = z.strictObject({ ...released, ...givenTo.shape });

/** `GET /api/court-lists`, newest first; `GET /api/court-lists/:id/file` while it is `done`. */
export const courtListRow = madeFile.extend({
  filter: courtListFilter,
  /** Convictions on it, and the people whose they are; neither changes when more is released. */
  count: z.int(),
  people: z.int(),
});
export type CourtListRow = z.infer<typeof courtListRow>;
