/**
 * When a page asks again after a download was begun, in milliseconds since then. The server checks the whole file before
 * its first byte and counts the download then: a large file, or a busy server, takes longer than a moment.
 */
export const ASK_AFTER: readonly number[] = [1_500, 4_000, 10_000, 25_000, 60_000, 150_000, 300_000];

/** Asks at each of these times. Call the function that it answers to end that. */
export function askAgain(ask: () => void): () => void {
  const timers = ASK_AFTER.map((after) => setTimeout(ask, after));
  return () => timers.forEach((timer) => clearTimeout(timer));
}
