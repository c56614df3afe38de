import { setTimeout as sleep } from 'node:timers/promises';

type Found<T> = Exclude<T, undefined | null | false | '' | 0>;

/**
 * A wait is given up only when nothing has moved for this long. It is the same everywhere and generous: a busy machine must
 * never make a test red, and a wait that hangs must still end with a name.
 */
const STILL_SECONDS = 120;
/** On a starved machine a single question can take seconds. So many answers must have been the same as well. */
const STILL_ASKS = 60;
/** A wait longer than this is printed with its time. */
const WORTH_TELLING_SECONDS = 15;

export interface Watch {
  /** What moves while the awaited thing comes closer, such as the rows of the job ledger. As long as its answer changes, the wait goes on. */
  readonly moves?: () => unknown;
  /** Milliseconds between two questions. */
  readonly every?: number;
}

/** Asks again until the answer is something. Throws once nothing has moved for a long time, and says what stood still. */
export async function until<T>(ask: () => Promise<T> | T, { moves, every = 50 }: Watch = {}): Promise<Found<T>> {
  const begun = performance.now();
  let [movedAt, asks, stand] = [begun, 0, ''];
  for (let lookAt = begun; ; asks += 1) {
    const answer = await ask();
    const now = performance.now();
    if (answer) {
      if (now - begun > WORTH_TELLING_SECONDS * 1000) process.stdout.write(`waited ${told(begun)} s: ${named(ask)}\n`);
      return answer as Found<T>;
    }
    if (moves && now >= lookAt) {
      const seen = await standOf(moves);
      if (seen !== stand) [movedAt, asks, stand] = [performance.now(), 0, seen];
      lookAt = now + 500;
    }
    if (performance.now() - movedAt > STILL_SECONDS * 1000 && asks > STILL_ASKS) {
      const at = moves ? `, and it stood still at ${stand.slice(0, 2_000)}` : '';
      throw new Error(`Nothing moved for ${told(movedAt)} seconds: ${named(ask)}${at}`);
    }
    await sleep(every);
  }
}

/** So much time is part of what is tried: how long an outage lasts, or the moment of a race. Nothing may be concluded from it. */
export const pause = (milliseconds: number): Promise<void> => sleep(milliseconds);

/** Answers in words how long ago it was called, to be printed: words cannot be compared with a limit. */
export function stopwatch(): () => string {
  const since = performance.now();
  return () => `${told(since)} s`;
}

const told = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const named = (ask: () => unknown) => ask.toString().replaceAll(/\s+/g, ' ').slice(0, 200);

/** Whoever cannot answer now, such as a server that is being restarted, has moved as well when it can again. */
async function standOf(moves: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await moves()) ?? '';
  } catch (error) {
    return String(error);
  }
}
