import type { Determination } from '@clearance/contract';
import { cellOf } from '../source-index.ts';
import type { FlagRow } from '../trace-view.ts';

/** A line of the file with the columns of it that the reasons rest on. */
export interface CitedLine {
  readonly line: number;
  readonly columns: readonly string[];
}

/** Every cell that a determination and its flags name, each once, by line; columns in the order in which they are named. */
export function citedLines(determination: Determination, raised: readonly FlagRow[]): readonly CitedLine[] {
  const cells = [
    ...determination.trace.steps.flatMap(({ terms }) => terms.flatMap((term) => term.cells)),
    ...determination.unknownFacts.flatMap((fact) => fact.cells),
    ...raised.flatMap((row) => row.cells),
  ];
  const lines = new Map<number, string[]>();
  for (const text of cells) {
    const cell = cellOf(text);
    if (!cell) continue;
    const columns = lines.get(cell.line) ?? [];
    if (!columns.includes(cell.column)) lines.set(cell.line, [...columns, cell.column]);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([line, columns]) => ({ line, columns }));
}
