import { Injectable } from '@nestjs/common';
import { Refused } from '../refused.ts';

const WINDOW_MS = 60_000;
const ATTEMPTS = 20;

/**
 * Counts sign-in attempts by address before any of them counts against an account, so that a stranger who guesses
 * fast is stopped here and cannot lock an office out. One window per minute; memory is bounded by the window.
 */
@Injectable()
export class Throttle {
  private readonly attempts = new Map<string, { since: number; count: number }>();

  /** Throws `sign_in_throttled` with the seconds to wait when the address has used up its window. */
  admit(address: string, now: Date): void {
    const at = now.getTime();
    if (this.attempts.size > 10_000) this.attempts.clear();
    const seen = this.attempts.get(address);
    // A window that begins later than now was opened before the clock was set back.
    if (!seen || at - seen.since > WINDOW_MS || at < seen.since) {
      this.attempts.set(address, { since: at, count: 1 });
      return;
    }
    seen.count += 1;
    if (seen.count > ATTEMPTS) {
      throw new Refused('sign_in_throttled', { seconds: Math.ceil((seen.since + WINDOW_MS - at) / 1000) });
    }
  }
}
