import { COLUMN } from './columns.ts';
import type { ColumnName } from './columns.ts';
import type { HistoryRow } from './history.ts';

/** What agencies write where they have nothing to say. */
const FILLERS: ReadonlySet<string> = new Set(['-', '--', 'X', '#', 'NULL']);

/** The cell without the blanks around it; empty where it holds nothing but a filler such as `  -  ` or `NULL`. */
export function cellText(cell: string): string {
  const text = cell.trim();
  return text.length <= 4 && FILLERS.has(text.toUpperCase()) ? '' : text;
}

/** A row's cell in this column, read as `cellText` does. */
export function textOf(row: HistoryRow, column: ColumnName): string {
  return cellText(row.cells[COLUMN[column]] ?? '');
}
