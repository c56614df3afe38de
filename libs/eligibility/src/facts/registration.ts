import type { CellRef, History, LocalDate, StatuteRef } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Fact } from '../fact.ts';
import { dateFact } from '../fact.ts';

/** A registration step: whether it is one under PC 290, and when. */
export interface Registration {
  readonly under290: Truth;
  readonly date: Fact<LocalDate>;
  readonly text: string;
  readonly cells: readonly CellRef[];
}

/** The registrations on record that are, or may be, under PC 290; those under HS 11590 (narcotics) are not. */
export function registrationsOf(history: History): Registration[] {
  const found: Registration[] = [];
  for (const cycle of history.cycles) {
    for (const step of cycle.steps) {
      if (step.kind !== 'registration') continue;
      for (const { charged, rows } of step.counts) {
        const under290 = isUnder290(charged.references, charged.text);
        if (under290 === false) continue;
        const line = rows[0]?.line;
        const dateCells: CellRef[] = line === undefined ? [] : [{ line, column: 'STP_EVENT_DATE' }];
        const date = dateFact(step.date, 'date of the registration', dateCells);
        found.push({ under290, date, text: charged.text, cells: [charged.cell, ...dateCells] });
      }
    }
  }
  return found;
}

function isUnder290(references: readonly StatuteRef[], text: string): Truth {
  if (references.some(({ code, section }) => (code ?? 'PC') === 'PC' && /^290(\.|$)/.test(section))) return true;
  if (/^\s*290\b/.test(text)) return true;
  return references.length === 0 ? 'unknown' : false;
}
