import type { RefusalError } from './refusal.ts';

const lastRequestKey = 'clearance.lastRequest';
const signedInKey = 'clearance.signedIn';
const listeners = new Set<(sentence: string) => void>();
let endedSentence: string | undefined;
let signedIn = false;

/** Notes that the API was just asked something; all tabs of this browser share one session, so they share the note. */
export function noteRequest(now: number): void {
  localStorage.setItem(lastRequestKey, String(now));
}

/** When the API was last asked something by any tab, in milliseconds. */
export const lastRequest = (): number => Number(localStorage.getItem(lastRequestKey) ?? 0);

/** Somebody is signed in from here on. */
export function beginSession(): void {
  signedIn = true;
  endedSentence = undefined;
  localStorage.setItem(signedInKey, 'yes');
}

/** Signed out on purpose: nothing has to be explained. Answers whether there was anything to leave. */
export function leaveSession(): boolean {
  const wasSignedIn = signedIn;
  signedIn = false;
  localStorage.removeItem(signedInKey);
  return wasSignedIn;
}

/**
 * Tells the shell that the session is over. The sign-in page shows `sentence`, unless nobody was signed in on this
 * browser: a first visit is no ended session.
 */
export function endSession(sentence: string): void {
  if (signedIn || localStorage.getItem(signedInKey) !== null) endedSentence = sentence;
  leaveSession();
  for (const listener of listeners) listener(sentence);
}

/** Calls `listener` when the session ends under the feet of a signed-in person. Returns how to stop listening. */
export function onSessionEnd(listener: (sentence: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const whyEnded = (): string | undefined => endedSentence;

/** Whether a refusal means that nobody is signed in any more. */
export const meansSignedOut = (error: RefusalError): boolean => error.code === 'not_signed_in';
