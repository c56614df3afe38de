import { z } from 'zod';
import { calendarDate, instant, uuid } from './list.ts';
import { impactJson, runStates } from './simulations.ts';

/** `POST /api/impact`: counts again where no count is of the present policy, file and day. */
export const impactBody = z.object({ asOf: calendarDate.optional() });
export type ImpactBody = z.infer<typeof impactBody>;

/** `GET /api/impact`: what the published policy does to the county. */
export const impactView = z.object({
  /** `none`: nothing was counted yet, since no policy is published or no file is imported. */
  state: z.enum(['none', ...runStates]),
  /** Of the count under way, or else of the one shown. */
  workId: uuid.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** What the figures are of. */
  policyVersion: z.int().nullable(),
  policyTitle: z.string().nullable(),
  asOf: calendarDate.nullable(),
  importId: uuid.nullable(),
  importedAt: instant.nullable(),
  countedAt: instant.nullable(),
  /** The newest that was counted to its end, also while another one is under way. */
  impact: impactJson.nullable(),
  /** Whether a newer policy or file came since it was counted. */
  stale: z.boolean(),
});
export type ImpactView = z.infer<typeof impactView>;

/** `GET /api/impact.csv?suppress=1`: figures of fewer than eleven people as `fewer than 11`. */
export const impactCsvQuery = z.object({ suppress: z.enum(['0', '1']).optional() });
