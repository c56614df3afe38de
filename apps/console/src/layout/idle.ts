/** How long before its end a session asks whether somebody is there. */
export const warningSeconds = 60;

/**
 * Seconds until an idle session ends. The console stops a little before the API does, so that it never shows records
 * of a session that is over.
 * @param lastRequest milliseconds; 0 when it is not known, which counts as just now
 */
export function secondsLeft(lastRequest: number, now: number, idleSeconds: number): number {
  if (lastRequest === 0) return idleSeconds;
  return idleSeconds - 5 - (now - lastRequest) / 1000;
}
