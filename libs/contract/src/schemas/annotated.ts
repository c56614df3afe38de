import { z } from 'zod';
import { instant, uuid } from './list.ts';

/** `POST /api/imports/:id/annotated`: a release of criminal history, so to whom and what for are asked. */
export const annotatedBody = z.object({
  purpose: z.string().trim().min(3).max(300),
  recipient: z.string().trim().min(3).max(200),
  /** With where each conviction stands and what was recommended, in two more columns. */
  decisions: z.boolean().optional(),
});

/** `GET /api/imports/:id/annotated`, newest first; `GET …/:exportId/file` while it is `done`. */
export const annotatedRow = z.object({
  id: uuid,
  importId: uuid,
  policyVersion: z.int(),
  termsVersion: z.int(),
  decisions: z.boolean(),
  purpose: z.string(),
  recipient: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'expired']),
  /** Why it stopped. */
  problem: z.string().nullable(),
  rows: z.int().nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  expiresAt: instant,
  downloads: z.int(),
});
export type AnnotatedRow = z.infer<typeof annotatedRow>;
export const annotatedParam = z.object({ id: uuid, exportId: uuid });
