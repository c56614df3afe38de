import { csvCell } from '@clearance/audit';

/** Cells for what only people read: one that a spreadsheet would calculate gets an apostrophe in front. */
export function harmlessLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}
