import { COLUMNS, exactLine, type History } from '@clearance/record';

import type { CellText, Determination } from '../determination.ts';
import type { CutRow } from './cut-row.ts';
import { mayCalculate } from './may-calculate.ts';

/** Cells as one line of CSV without its end, those that a spreadsheet would calculate made harmless. */
export type HarmlessLine = (cells: readonly string[]) => string;

/** How people are told of a line: its number, or the file and the number in it. */
export type PlaceOf = (line: number) => string;

const columns = {
  outcome: (it) => it.outcome,
  rule: (it) => it.ruleId,
  reason: (it) => it.reason,
  agency: (it) => it.agency ?? '',
  order: (it) => it.order ?? '',
  'legal basis': (it) => it.legalBasis,
  citation: (it) => it.citation,
  'unknown facts': (it, placeOf) =>
    it.unknownFacts.map(({ fact, why, cells }) => `${fact}: ${why} (${placesOf(cells, placeOf)})`).join('; '),
  flags: (it) => it.flags.join(' '),
} satisfies Record<string, (it: Determination, placeOf: PlaceOf) => string>;

/** What is written behind the columns of the file, in order. */
export const determinationHeaders: readonly string[] = Object.keys(columns);

/** The first line of an annotated file, with its end. */
export function annotatedHeader(headers: readonly string[]): string {
  return `${exactLine([...COLUMNS, ...headers])}\n`;
}

/** A row of the file as an annotated file begins its line: as it stood, unless a spreadsheet would calculate in it. */
export function annotatedRow(row: CutRow, harmless: HarmlessLine): string {
  return mayCalculate(row.text) ? harmless(row.cells) : row.text;
}

/** What stands behind the row of a conviction, from the comma to the line end. `more` are the cells of further columns. */
export function determinationTail(
  it: Determination,
  harmless: HarmlessLine,
  more: readonly string[] = [],
  placeOf: PlaceOf = String,
): string {
  return `,${harmless([...Object.values(columns).map((read) => read(it, placeOf)), ...more])}\n`;
}

function placesOf(cells: readonly CellText[], placeOf: PlaceOf): string {
  return cells
    .map((cell) => {
      const at = cell.indexOf(':');
      return `${placeOf(Number(cell.slice(0, at)))}${cell.slice(at)}`;
    })
    .join(' ');
}

/** What stands behind a row that nothing is said of. */
export function blankTail(headers: readonly string[]): string {
  return `${','.repeat(headers.length)}\n`;
}

/** The line on which each conviction has its answer, by its key: the one that decided its count. */
export function answerLines(history: History): ReadonlyMap<string, number> {
  return new Map(history.convictions.map(({ count, key }) => [key, count.disposition.cell.line]));
}
