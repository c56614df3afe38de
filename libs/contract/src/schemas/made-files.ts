import { z } from 'zod';
import { instant, uuid } from './list.ts';
import { plainName } from './plain-name.ts';

/** Asked before a file with criminal history is made: to whom it goes and what for. */
export const givenTo = z.object({
  purpose: plainName(3, 300),
  recipient: plainName(3, 200),
});
export type GivenTo = z.infer<typeof givenTo>;

/** A file with criminal history that is made to be given out; it can be downloaded while it is `done`. */
export const madeFile = z.object({
  id: uuid,
  purpose: z.string(),
  recipient: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'expired']),
  /** Why it stopped. */
  problem: z.string().nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  expiresAt: instant,
  downloads: z.int(),
});
export type MadeFile = z.infer<typeof madeFile>;
