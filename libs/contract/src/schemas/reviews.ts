import { z } from 'zod';
import { decisions } from '../lifecycle.ts';
import { convictionFilter } from './convictions.ts';
import { instant, listQuery, note, uuid } from './list.ts';
import { sampleResult } from './samples.ts';

/** What can be done to a whole set. */
export const bulkVerbs = ['recommend', 'approve', 'return', 'withdraw'] as const;
/** And what a bulk review can be: the undoing of one is one as well. */
export const bulkActs = [...bulkVerbs, 'undo'] as const;

const NO_SAMPLE_UP_TO = 10;

/**
 * Whether a set has to be looked at before it is approved at once: when it has more than ten convictions, or any whose
 * recommendation does not follow the policy (`policyRelation`), of which there are `unfollowed`.
 */
export const needsSample = ({ count, unfollowed }: { readonly count: number; readonly unfollowed: number }): boolean =>
  count > NO_SAMPLE_UP_TO || unfollowed > 0;

/**
 * `POST /api/bulk-reviews`. `expectedCount` and `digest` are what the person saw (`/api/convictions/set`). An approval
 * that `needsSample` needs a finished sample of the same digest by the same person.
 */
export const bulkReviewBody = z
  .object({
    verb: z.enum(bulkVerbs),
    /** Needed to recommend; an approval approves what was recommended. */
    decision: z.enum(decisions).optional(),
    filter: convictionFilter,
    expectedCount: z.int().min(1),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    note: note.optional(),
  })
  .refine((body) => body.verb !== 'recommend' || body.decision !== undefined, { path: ['decision'], message: 'needed' })
  .refine((body) => body.verb !== 'return' || Boolean(body.note), { path: ['note'], message: 'needed' });
export type BulkReviewBody = z.infer<typeof bulkReviewBody>;

export const bulkReviewRow = z.object({
  id: uuid,
  verb: z.enum(bulkActs),
  decision: z.enum(decisions).nullable(),
  filter: convictionFilter,
  /** What the set was made of when it was chosen: its sections, and what had been recommended for it. */
  sections: z.record(z.string(), z.int()),
  decisions: z.record(z.string(), z.int()),
  count: z.int(),
  done: z.int(),
  /** Convictions that moved between the click and their turn; they were left as they are. */
  skipped: z.int(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Whether it could go on where it failed or was ended; not once it was taken back. */
  resumable: z.boolean(),
  note: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** For an approval: how many of it can still be taken back, and until when the first of them. */
  undoable: z.int(),
  releasesAt: instant.nullable(),
  /** For an approval that is read alone: how many of it were taken back. */
  takenBack: z.int().optional(),
  /** For an approval: the sample that was looked at before; null where the set was too small to need one. */
  sample: sampleResult.nullable(),
  /** For an undoing: the bulk review that it takes back. */
  undoes: uuid.nullable(),
});
export type BulkReviewRow = z.infer<typeof bulkReviewRow>;
export const bulkReviewList = listQuery(z.object({ verb: z.string().optional(), state: z.string().optional() }), [
  'createdAt',
  'count',
]);

/** `POST /api/bulk-reviews/:id/undo`: takes back what of the batch is not released, with the reason. */
export const bulkUndoBody = z.object({ note: note.min(1) });
/** `POST /api/convictions/:id/undo`. `version` is the one that was read. */
export const undoBody = z.object({ version: z.int(), note: note.min(1) });
export type UndoBody = z.infer<typeof undoBody>;
