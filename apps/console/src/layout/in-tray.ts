import type { Work } from '@clearance/contract';

/** So long a job that is done stays in the list; what failed or waits stays until somebody takes it out. */
const DONE_MS = 10 * 60_000;

export const inTray = ({ state, finishedAt }: Pick<Work, 'state' | 'finishedAt'>, now: Date): boolean =>
  state !== 'done' || finishedAt === null || now.getTime() - Date.parse(finishedAt) < DONE_MS;
