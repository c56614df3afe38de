import type { CellRef, History } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { known, unknown } from '../fact.ts';
import type { ConvictionEvent } from './conviction-event.ts';

/**
 * A case in which nothing is decided yet, by its disposition; empty for none. A court count whose disposition cannot be
 * read may be one. An arrest that led to no court step is no case.
 *
 * @param events every conviction of the person, and every count that may be one
 */
export function openCaseOf(history: History, events: readonly ConvictionEvent[]): Fact<string> {
  for (const cycle of history.cycles) {
    for (const step of cycle.steps) {
      if (step.kind !== 'court') continue;
      for (const { disposition } of step.counts) {
        if (disposition.kind === 'pending') return known(disposition.text, [disposition.cell]);
      }
    }
  }
  const cells: CellRef[] = [];
  for (const { convicted, count } of events) if (convicted.state !== 'known') cells.push(count.disposition.cell);
  return cells.length === 0 ? known('', []) : unknown('what became of a count is not known', cells);
}
