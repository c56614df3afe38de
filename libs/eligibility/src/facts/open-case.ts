import type { CellRef, History, PlacedCount } from '@clearance/record';
import { settles } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';
import type { ConvictionEvent } from './conviction-event.ts';

/**
 * A case in which nothing is decided yet, by its disposition; empty for none. One that a later step of the case settles is
 * not open; where a later step may, it may be. A court count whose disposition cannot be read may be one. An arrest that
 * led to no court step is no case.
 *
 * @param events every conviction of the person, and every count that may be one
 */
export function openCaseOf({ courtCounts }: History, events: readonly ConvictionEvent[]): Fact<string> {
  const cells: CellRef[] = [];
  for (const placed of courtCounts) {
    const { disposition } = placed.count;
    if (disposition.kind !== 'pending') continue;
    const settled = isSettled(placed, courtCounts);
    if (settled === false) return known(disposition.text, [disposition.cell]);
    if (settled === 'unknown') cells.push(disposition.cell);
  }
  for (const { adjudicated, convicted, count } of events) {
    if (convicted.state !== 'known' && !adjudicated) cells.push(count.disposition.cell);
  }
  return cells.length === 0 ? known('', []) : unknown('what became of a count is not known', cells);
}

function isSettled(open: PlacedCount, courtCounts: readonly PlacedCount[]): Truth {
  let answer: Truth = false;
  for (const other of courtCounts) {
    const settled = settles(other, open);
    if (settled === 'yes') return true;
    if (settled === 'perhaps') answer = 'unknown';
  }
  return answer;
}
