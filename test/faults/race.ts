import { pause } from '../support/until.ts';

/**
 * A race whose winner must not depend on how fast or busy the machine is: whoever wins starts later in the next one, and
 * whoever loses starts earlier. So both win some of many.
 */
export interface Race<K extends string> {
  /** Waits for the moment at which this one starts. */
  start(who: K): Promise<void>;
  won(who: K): void;
}

const LONGEST = 20_000;

/** `upTo` is how many milliseconds each waits at most in the first race; `step` is the factor by which that changes. */
export function race<K extends string>(random: () => number, upTo: Record<K, number>, step = 1.5): Race<K> {
  const latest = { ...upTo };
  return {
    start: (who) => pause(random() * latest[who]),
    won: (who) => {
      for (const one of Object.keys(latest) as K[]) {
        latest[one] = Math.min(LONGEST, Math.max(1, one === who ? latest[one] * step : latest[one] / step));
      }
    },
  };
}
