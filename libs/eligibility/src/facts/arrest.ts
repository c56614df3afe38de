import type { CellRef, Cycle, LocalDate } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { bounded, boundsOf, known, unknown } from '../fact.ts';

/**
 * When a person was arrested for what this cycle is about: between its first and its last arrest, and not after the
 * conviction. A cycle without an arrest leaves the conviction as the last day it could have been.
 */
export function arrestOf(cycle: Cycle, convicted: Fact<LocalDate>): Fact<LocalDate> {
  const cells: CellRef[] = [];
  let low: LocalDate | undefined;
  let high: LocalDate | undefined;
  let isDated = true;
  for (const { counts, date, kind } of cycle.steps) {
    if (kind !== 'arrest') continue;
    const line = counts[0]?.rows[0]?.line;
    if (line !== undefined) cells.push({ line, column: 'STP_EVENT_DATE' });
    if (!date) isDated = false;
    else {
      if (low === undefined || date.earliest < low) low = date.earliest;
      if (high === undefined || date.latest > high) high = date.latest;
    }
  }
  const latest = boundsOf(convicted).high;
  if (low === undefined || !isDated) return beforeConviction(convicted, latest, [...cells, ...convicted.cells]);
  if (latest !== undefined && high !== undefined && latest < high) high = latest;
  if (latest !== undefined && latest < low) {
    return unknown('the arrest is dated after the conviction', [...cells, ...convicted.cells]);
  }
  if (low === high) return known(low, cells);
  return bounded(low, high, 'the day of the arrest is known only within bounds', cells);
}

function beforeConviction(
  convicted: Fact<LocalDate>,
  latest: LocalDate | undefined,
  cells: readonly CellRef[],
): Fact<LocalDate> {
  const why = 'no arrest with a date is on record for this conviction';
  return convicted.state === 'unknown' ? unknown(why, cells) : bounded(undefined, latest, why, cells);
}
