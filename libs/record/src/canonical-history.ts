import { textOf } from './cell.ts';
import type { KeptRow } from './kept-cells.ts';

/**
 * The history of one person as one text, to be hashed: two files that say the same of a person give the same text.
 *
 * It holds every cell that may be stored, but for those that number the records of a file. Rows stand by CNT_ORDER, and
 * rows that share one in file order; line numbers do not matter.
 */
export function canonicalHistory(rows: readonly KeptRow[]): string {
  return rows
    .map((row) => ({ row, order: textOf(row, 'CNT_ORDER') }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.row.line - b.row.line))
    .map(({ row }) => row.said)
    .join('\n');
}
