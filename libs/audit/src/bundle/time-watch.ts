import type { AuditEntry } from '../entry.ts';

/** Where entries are dated before the one that they follow: the first of them, how many, and the longest step back. */
export type TimeBack = { readonly seq: number; readonly times: number; readonly microseconds: number };

/**
 * Looks whether the time of entries goes back from one to the next.
 *
 * It is a caution and never a fault. Entries are dated by a clock that can be set, and installations up to 0.1.0 dated an
 * entry when its request began, which may be before the entry in front of it was written. What was signed in that order
 * is that log, and nobody could tell such a step from one that an operator made: the order is proved, the times are not.
 */
export class TimeWatch {
  found: TimeBack | undefined;
  private before = '';

  see({ seq, at }: AuditEntry): void {
    // The times of a canonical entry have one length, so that they compare as texts.
    if (at < this.before) {
      const { found } = this;
      this.found = {
        seq: found?.seq ?? seq,
        times: (found?.times ?? 0) + 1,
        microseconds: Math.max(found?.microseconds ?? 0, microsecondsOf(this.before) - microsecondsOf(at)),
      };
    }
    this.before = at;
  }
}

const microsecondsOf = (at: string): number => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));
