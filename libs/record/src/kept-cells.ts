import { COLUMN, COLUMNS, WIDTH } from './columns.ts';
import type { ColumnName } from './columns.ts';
import { exactLine } from './exact-csv.ts';
import type { HistoryRow } from './history.ts';
import { columnsThatMatter } from './packed/what-matters.ts';
import type { FileRow } from './reading/batch.ts';
import { splitCells } from './reading/split-cells.ts';

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

/** Numbers that the state gives anew in every file; they stand first in a line. */
const NUMBERS: readonly ColumnName[] = ['RECORD_ID', 'SUBJECT_STATUS', 'SUBJECT_ID'];
const LAST_NUMBER = NUMBERS.length - 1;

/** What a row says, apart from the numbers: where the cells stand in a line, in the order in which they are kept. */
const saidIndexes: readonly number[] = keptColumns
  .filter((name) => !NUMBERS.includes(name))
  .map((name) => COLUMN[name]);

/** The same as runs of neighbours, each from and to. */
const runs = saidIndexes.reduce<[number, number][]>((found, index) => {
  const last = found.at(-1);
  if (last?.[1] === index - 1) last[1] = index;
  else found.push([index, index]);
  return found;
}, []);

const mattering: ReadonlySet<string> = new Set(columnsThatMatter);
/** 1 for each of the 95 cells that decisions look at. */
const MATTERS = Uint8Array.from(COLUMNS, (name) => Number(mattering.has(name)));
const EMPTY: readonly string[] = new Array<string>(WIDTH).fill('');

/** Stands in no accepted cell, because a control character makes a row unreadable. */
const SEPARATOR = '\u001f';
const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * The cells of a row that may be stored, as one text: what the row says, and apart from it the numbers of this file. Each
 * part is written as in a CSV file, quoted only where it must be, however the file had it.
 *
 * @param cells the 95 cells of an accepted row
 */
export function packCells(cells: readonly string[]): string {
  const said = saidIndexes.map((index) => cells[index] ?? '');
  return exactLine(said) + SEPARATOR + exactLine(cells.slice(0, NUMBERS.length));
}

/** The same, of a line that need not be cut for it. */
export function packRow(row: FileRow): string {
  let said = '';
  for (const [from, to] of runs) said += (said === '' ? '' : ',') + row.written(from, to);
  return said + SEPARATOR + row.written(0, LAST_NUMBER);
}

/** A row as it is stored, cut into cells when they are first looked at. */
export class KeptRow implements HistoryRow {
  readonly line: number;
  /** What the row says, without the numbers of the file. */
  readonly said: string;
  private readonly numbers: string;
  private readonly mattering: boolean;
  private cut: readonly string[] | undefined;

  /**
   * @param text what `packRow` gives
   * @param only `mattering` leaves all cells empty that no decision looks at
   */
  constructor(line: number, text: string, only: 'all' | 'mattering' = 'all') {
    const end = text.indexOf(SEPARATOR);
    this.line = line;
    this.said = text.slice(0, end);
    this.numbers = text.slice(end + 1);
    this.mattering = only === 'mattering';
    this.cut = undefined;
  }

  /**
   * The 95 cells of the row, empty where the cell is never stored.
   *
   * @throws RangeError when the text is not what `packRow` gives
   */
  get cells(): readonly string[] {
    return (this.cut ??= this.cutCells());
  }

  private cutCells(): string[] {
    const { mattering, said } = this;
    const numbers = splitCells(this.numbers);
    const cells = EMPTY.slice();
    if (!mattering) numbers.forEach((text, index) => (cells[index] = text));
    let places = 0;
    for (let start = 0; start <= said.length; places += 1) {
      const isQuoted = said.charCodeAt(start) === QUOTE;
      const end = isQuoted ? endOfQuoted(said, start) : endOfPlain(said, start);
      const index = saidIndexes[places] ?? WIDTH;
      if (end > start && (!mattering || MATTERS[index] === 1)) {
        cells[index] = isQuoted ? said.slice(start + 1, end - 1).replaceAll('""', '"') : said.slice(start, end);
      }
      start = end + 1;
    }
    if (places === saidIndexes.length && numbers.length === NUMBERS.length) return cells;
    throw new RangeError(`a stored row has ${keptColumns.length} cells, not ${places + numbers.length}`);
  }
}

/** Most cells are empty or a few letters: to look at each is faster than to begin a search for each. */
function endOfPlain(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== COMMA) end += 1;
  return end;
}

/** Behind the quote that closes the cell; a quote inside stands twice. */
function endOfQuoted(text: string, start: number): number {
  let closing = text.indexOf('"', start + 1);
  while (closing >= 0 && text.charCodeAt(closing + 1) === QUOTE) closing = text.indexOf('"', closing + 2);
  return closing < 0 ? text.length : closing + 1;
}
