import type { History, LocalDate } from '@clearance/record';
import { addYears, textOf } from '@clearance/record';

import { boundsOf } from '../fact.ts';
import type { Person } from '../facts/person.ts';

/** What is counted of a person besides the convictions. */
export interface Who {
  /** As the file writes it, in capitals. */
  readonly race: string;
  /** In steps of ten years on the as-of date. */
  readonly age: string;
}

const BANDS: readonly (readonly [label: string, from: number, below: number])[] = [
  ['under 21', 0, 21],
  ['21–29', 21, 30],
  ['30–39', 30, 40],
  ['40–49', 40, 50],
  ['50–59', 50, 60],
  ['60 and older', 60, 200],
];

export function whoIs({ birth, history }: Person, asOf: LocalDate): Who {
  const { low, high } = boundsOf(birth);
  const band = BANDS.find(
    ([, from, below]) =>
      low !== undefined && high !== undefined && addYears(high, from) <= asOf && addYears(low, below) > asOf,
  );
  return { race: raceOf(history), age: band?.[0] ?? 'unknown' };
}

function raceOf({ rows }: History): string {
  for (const row of rows) {
    const race = textOf(row, 'RACE_DESCR');
    if (race !== '') return race.toUpperCase().replace(/\s+/g, ' ');
  }
  return 'unknown';
}
