import { z } from 'zod';
import { decisions } from '../lifecycle.ts';
import { convictionFilter } from './convictions.ts';
import { instant, listQuery, note, uuid } from './list.ts';

export const bulkVerbs = ['recommend', 'approve', 'return'] as const;

/** `POST /api/bulk-reviews`. `expectedCount` and `digest` are what the person saw (`/api/convictions/set`). */
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
  verb: z.enum(bulkVerbs),
  decision: z.enum(decisions).nullable(),
  filter: convictionFilter,
  count: z.int(),
  done: z.int(),
  /** Convictions that moved between the click and their turn; they were left as they are. */
  skipped: z.int(),
  state: z.enum(['running', 'done', 'failed']),
  note: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type BulkReviewRow = z.infer<typeof bulkReviewRow>;
export const bulkReviewList = listQuery(z.object({ verb: z.string().optional(), state: z.string().optional() }), [
  'createdAt',
  'count',
]);
