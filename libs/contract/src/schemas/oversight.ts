import { z } from 'zod';
import { instant, listQuery, uuid } from './list.ts';

/** Days after which the log has to be looked at again. */
export const LOG_REVIEW_DAYS = 7;

/** `GET /api/log-reviews`: reviews of the log that were signed off, newest first. */
export const logReviewRow = z.object({
  id: uuid,
  /** The entries that were looked at, without a gap to the review before. */
  firstSequence: z.int(),
  lastSequence: z.int(),
  /** When the first and the last of them were written. */
  from: instant,
  to: instant,
  note: z.string(),
  by: z.string(),
  at: instant,
});
export type LogReviewRow = z.infer<typeof logReviewRow>;
export const logReviewList = listQuery(z.strictObject({}), ['at']);

/** `POST /api/log-reviews`: "I have looked at this", up to the last entry that was shown. */
export const logReviewBody = z.strictObject({
  lastSequence: z.int().min(1),
  note: z.string().trim().max(2000),
});
export type LogReviewBody = z.infer<typeof logReviewBody>;

/** `GET /api/log-reviews/open`: what happened since the last review, in figures. */
export const openLogReview = z.object({
  last: logReviewRow.nullable(),
  firstSequence: z.int(),
  lastSequence: z.int(),
  from: instant,
  to: instant,
  entries: z.int(),
  /** Acts by kind, the most frequent first. */
  acts: z.array(z.object({ action: z.string(), done: z.int(), refused: z.int(), failed: z.int() })),
  /** Refused acts other than sign-ins. */
  refusals: z.int(),
  signInFailures: z.int(),
  /** Exports of the log that were asked for. */
  exports: z.int(),
  /** Files with criminal history that were fetched. */
  givenOut: z.int(),
  dueAt: instant,
  overdue: z.boolean(),
});
export type OpenLogReview = z.infer<typeof openLogReview>;

/** `GET /api/disseminations`: every release of criminal history, newest first. */
export const disseminationRow = z.object({
  id: uuid,
  at: instant,
  by: z.string(),
  what: z.enum(['annotated_file', 'court_list', 'fact_request', 'rejected_rows', 'simulation_moves']),
  subjectId: uuid,
  /** How many people the file speaks of. */
  people: z.int(),
  recipient: z.string(),
  purpose: z.string(),
  sha256: z.string(),
});
export type DisseminationRow = z.infer<typeof disseminationRow>;
export const disseminationList = listQuery(z.strictObject({}), ['at', 'people', 'recipient']);
