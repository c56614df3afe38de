import { COLUMN, COLUMNS, WIDTH } from './columns.ts';
import type { ColumnName } from './columns.ts';

/** Identity beyond what the work needs, which stays in the encrypted original file and belongs in no table. */
const NEVER_STORED: readonly ColumnName[] = [
  'PRI_SSN',
  'PRI_CDL',
  'PRI_IDN',
  'PRI_INN',
  'FE_NUM_OOS_INN',
  'FBI_NUMBER',
  'POB_CODE',
  'POB_NAME',
  'POB_TYPE',
  'CITIZENSHIP_LIST',
];

/** Who the person is: stored once, encrypted, beside the person instead of in every row. */
const STORED_APART: readonly ColumnName[] = ['CII_NUMBER', 'PRI_NAME'];

function mayBeStored(name: ColumnName): boolean {
  if (name === 'END_OF_REC' || name.endsWith('_SEG_SEP') || name.startsWith('REQ_')) return false;
  return !NEVER_STORED.includes(name) && !STORED_APART.includes(name);
}

/** The columns that may be stored in a database table, in file order. */
export const keptColumns: readonly ColumnName[] = COLUMNS.filter(mayBeStored);

const keptIndexes: readonly number[] = keptColumns.map((name) => COLUMN[name]);

const EMPTY: readonly string[] = new Array<string>(WIDTH).fill('');

/** Stands in no accepted cell, because a control character makes a row unreadable. */
const SEPARATOR = '\u001f';

/**
 * The cells of a row that may be stored, as one text.
 *
 * @param cells the 95 cells of an accepted row
 */
export function packCells(cells: readonly string[]): string {
  return keptIndexes.map((index) => cells[index]).join(SEPARATOR);
}

/** The same, with these columns left empty. */
export function packCellsWithout(cells: readonly string[], columns: ReadonlySet<number>): string {
  return keptIndexes.map((index) => (columns.has(index) ? '' : cells[index])).join(SEPARATOR);
}

/**
 * The 95 cells of a row again, empty where the cell is never stored.
 *
 * @throws RangeError when the text is not what `packCells` gives
 */
export function unpackCells(text: string): string[] {
  const cells = EMPTY.slice();
  let start = 0;
  let position = 0;
  for (let end = text.indexOf(SEPARATOR); end >= 0; end = text.indexOf(SEPARATOR, start)) {
    if (end > start) cells[keptIndexes[position] ?? WIDTH] = text.slice(start, end);
    position += 1;
    start = end + 1;
  }
  if (position + 1 !== keptIndexes.length) {
    throw new RangeError(`a stored row has ${keptIndexes.length} cells, not ${position + 1}`);
  }
  if (start < text.length) cells[keptIndexes[position] ?? WIDTH] = text.slice(start);
  return cells;
}
