import { z } from 'zod';
import { uuid } from './list.ts';
import { givenTo, madeFile } from './made-files.ts';

/** `POST /api/imports/:id/annotated`: a release of criminal history, so to whom and what for are asked. */
export const annotatedBody = givenTo.extend({
  /** With where each conviction stands and what was recommended, in two more columns. */
  decisions: z.boolean().optional(),
});

/** `GET /api/imports/:id/annotated`, newest first; `GET …/:exportId/file` while it is `done`. */
export const annotatedRow = madeFile.extend({
  importId: uuid,
  policyVersion: z.int(),
  termsVersion: z.int(),
  decisions: z.boolean(),
  rows: z.int().nullable(),
});
export type AnnotatedRow = z.infer<typeof annotatedRow>;
export const annotatedParam = z.object({ id: uuid, exportId: uuid });
