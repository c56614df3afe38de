import { COLUMN } from './columns.ts';
import type { ColumnName } from './columns.ts';
import type { HistoryRow } from './history.ts';

/** What agencies write where they have nothing to say. */
const FILLERS: ReadonlySet<string> = new Set(['-', '--', 'X', '#', 'NULL']);

const LONGEST_FILLER = 4;

/** The cell without the blanks around it; empty where it holds nothing but a filler such as `  -  ` or `NULL`. */
export function cellText(cell: string): string {
  const { length } = cell;
  if (length === 0) return '';
  // Nearly every cell begins and ends with something that can be seen, and is no filler.
  const isTrimmed = isVisibleAscii(cell.charCodeAt(0)) && isVisibleAscii(cell.charCodeAt(length - 1));
  const text = isTrimmed ? cell : cell.trim();
  return text.length <= LONGEST_FILLER && isFiller(text) ? '' : text;
}

function isFiller(text: string): boolean {
  const first = text.charCodeAt(0);
  // No code or number of the file begins like a filler, so that most need not be looked up.
  if (isDigit(first)) return false;
  return FILLERS.has(text) || FILLERS.has(text.toUpperCase());
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** A row's cell in this column, read as `cellText` does. */
export function textOf(row: HistoryRow, column: ColumnName): string {
  return cellText(row.cells[COLUMN[column]] ?? '');
}
