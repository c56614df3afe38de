import { Refused } from '../refused.ts';
import type { ErrorCode } from '@clearance/contract';

/** How many of something are going on at the same time, for each of whoever they are counted for. */
export class AtOnce {
  private readonly going = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly code: ErrorCode,
  ) {}

  /** Counts one more; the answer ends it, and may be called again. Throws the refusal where there are enough. */
  begin(whose: string): () => void {
    const going = this.going.get(whose) ?? 0;
    if (going >= this.most) throw new Refused(this.code, { most: this.most });
    this.going.set(whose, going + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.going.get(whose) ?? 1) - 1;
      if (left > 0) this.going.set(whose, left);
      else this.going.delete(whose);
    };
  }
}
