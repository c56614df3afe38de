import { z } from 'zod';
import { calendarDate, uuid } from './list.ts';
import { personal } from '../personal.ts';

/** `POST /api/convictions/:id/replay`: makes a determination again; the one that it stands on unless told. */
export const replayBody = z.object({ determinationId: uuid.optional() });
export type ReplayBody = z.infer<typeof replayBody>;

export const replayView = z.object({
  determinationId: uuid,
  identical: z.boolean(),
  policyVersion: z.int(),
  /** The version of the engine that made it, such as `standard/4`. */
  dialect: z.string(),
  asOf: calendarDate,
  historyDigest: z.string(),
  /** False where a newer file replaced the history: then nothing was computed, and nothing is said to be identical. */
  historyStillThere: z.boolean(),
  /** False where the engine of that dialect is not shipped any more: then nothing was computed either. */
  engineStillThere: z.boolean(),
  /** A side that has nothing there is null. */
  differences: z.array(
    z.object({
      path: z.string(),
      stored: personal('history', z.unknown()),
      computed: personal('history', z.unknown()),
    }),
  ),
});
export type ReplayView = z.infer<typeof replayView>;
