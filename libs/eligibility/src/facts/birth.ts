import type { CellRef, DateRange, HistoryRow, LocalDate } from '@clearance/record';
import { addYears, parseDojDate, textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { bounded, boundsOf, dateFact, impossibleDate, saysNoDate, unknown } from '../fact.ts';

const WHAT = 'birth date';

/** Nobody is convicted before this age; a record that says so contradicts itself. */
const YOUNGEST = 10;

/**
 * The birth date that all rows of a person give. Rows that disagree leave it somewhere between the earliest and the
 * latest of what they say; blank cells are passed over when another row has it. A row with a day that does not exist makes
 * it unknown, whatever other rows say: one of them is wrong, and nobody can tell by how much.
 */
export function birthOf(rows: readonly HistoryRow[]): Fact<LocalDate> {
  const seen = new Set<string>();
  const cells: CellRef[] = [];
  let range: DateRange | undefined;
  let readings = 0;
  for (const row of rows) {
    const text = textOf(row, 'PRI_DOB');
    if (seen.has(text)) continue;
    seen.add(text);
    const read = parseDojDate(text);
    if (!read && !saysNoDate(text)) {
      return unknown(impossibleDate(WHAT, text), [{ line: row.line, column: 'PRI_DOB' }]);
    }
    if (!read && readings > 0) continue;
    if (!read) {
      if (cells.length === 0) cells.push({ line: row.line, column: 'PRI_DOB' });
      continue;
    }
    if (readings === 0) cells.length = 0;
    cells.push({ line: row.line, column: 'PRI_DOB' });
    range = range ? joined(range, read) : read;
    readings += 1;
  }
  if (range && readings > 1) {
    return bounded(range.earliest, range.latest, 'the rows give different birth dates', cells);
  }
  return dateFact(range, WHAT, cells);
}

function joined(a: DateRange, b: DateRange): DateRange {
  return {
    earliest: a.earliest < b.earliest ? a.earliest : b.earliest,
    latest: a.latest > b.latest ? a.latest : b.latest,
  };
}

/** Whether a conviction on any day that `date` allows would be before birth, or before the tenth birthday. */
export function contradicts(birth: Fact<LocalDate>, date: Fact<LocalDate>): boolean {
  const bornFrom = boundsOf(birth).low;
  const convictedTo = boundsOf(date).high;
  return bornFrom !== undefined && convictedTo !== undefined && convictedTo < addYears(bornFrom, YOUNGEST);
}
