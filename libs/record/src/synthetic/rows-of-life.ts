import { COLUMN } from '../columns.ts';
import type { ColumnName } from '../columns.ts';
import type { Life } from './life.ts';
import type { SyntheticPerson } from './person.ts';
import { digitsOf } from './sketch.ts';
import type { ConvictionSketch, CycleSketch, RowSketch } from './sketch.ts';
import type { SyntheticConviction } from './truth.ts';
import { ageOn } from './whole-life.ts';

/** How a cell that holds nothing is written. */
export type Fillers = 'none' | 'plain' | 'quoted';

const FILLERS: Readonly<Record<Fillers, string>> = { none: '', plain: '  -  ', quoted: '"  -  "' };

/** A row ready to be written; its record number comes first in the line. */
export interface SyntheticRow {
  readonly line: string;
  readonly hasCountOrder: boolean;
  readonly conviction: Omit<SyntheticConviction, 'line'> | undefined;
}

/** The lines of a life, in its order, without their record numbers. */
export function rowsOfLife(
  person: SyntheticPerson,
  life: Life,
  truth: ReadonlyMap<ConvictionSketch, Omit<SyntheticConviction, 'line'>>,
  fillers: Fillers,
): SyntheticRow[] {
  return life.cycles.flatMap((cycle, index) => {
    const number = 101 + index;
    const ofCycle = person.cells.slice();
    ofCycle[COLUMN.CYC_ORDER] = String(number);
    ofCycle[COLUMN.CYC_DATE] = digitsOf(cycle.date);
    ofCycle[COLUMN.CYC_AGE] = String(ageOn(person.birth, cycle.date));
    return cycle.rows.map((row) => ({
      line: lineOf(ofCycle, number, row, FILLERS[fillers]),
      hasCountOrder: row.count > 0,
      conviction: row.conviction && truth.get(row.conviction),
    }));
  });
}

function lineOf(ofCycle: readonly string[], cycle: number, row: RowSketch, filler: string): string {
  const cells = ofCycle.slice();
  for (const name in row.cells) cells[COLUMN[name as ColumnName]] = row.cells[name as ColumnName] ?? '';
  const step = String(row.step).padStart(3, '0');
  cells[COLUMN.STP_ORDER] = step;
  if (row.count > 0) cells[COLUMN.CNT_ORDER] = `${cycle}${step}${String(row.count).padStart(3, '0')}000`;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as string;
    // The record number in front is written when the row has its place, and CNT_ORDER is never a filler.
    if (cell === '' || cell === '  -  ') cells[index] = index === 0 || index === COLUMN.CNT_ORDER ? '' : filler || cell;
    else if (cell.includes(',') || cell.includes('"')) cells[index] = `"${cell.replaceAll('"', '""')}"`;
  }
  return cells.join(',');
}

/** How many rows the cycles have together. */
export function rowCount(cycles: readonly CycleSketch[]): number {
  return cycles.reduce((sum, { rows }) => sum + rows.length, 0);
}
