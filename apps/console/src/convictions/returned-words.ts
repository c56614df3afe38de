import type { ReturnedOfSet } from '@clearance/contract';
import { number } from '../ui/format.ts';

/** Who returned how many of the `count` convictions that are shown: `Paula Novak returned 3 of these 24`. */
export function returnedWords({ by, count: some }: ReturnedOfSet, count: number): string {
  const what =
    count === 1 ? 'this' : some === count ? `these ${number(count)}` : `${number(some)} of these ${number(count)}`;
  return `${by || 'An approver'} returned ${what}`;
}
