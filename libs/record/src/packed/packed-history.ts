import { buildHistory } from '../build-history.ts';
import { COLUMN, WIDTH } from '../columns.ts';
import { DIALECT } from '../dialect.ts';
import type { Dispositions } from '../disposition.ts';
import type { Beside, History, HistoryRow } from '../history.ts';
import { columnsThatMatter, rowsThatMatter } from './what-matters.ts';

/**
 * The form that the text has; one of another form has to be packed again from the rows. What an older dialect packed has
 * only what mattered to that dialect, so the form is that of the dialect.
 */
const FORM = DIALECT;

/** Neither stands in an accepted cell, because a control character makes a row unreadable. */
const CELL = '\u001f';
const ROW = '\u001e';

const INDEXES: readonly number[] = columnsThatMatter.map((name) => COLUMN[name]);
const EMPTY: readonly string[] = new Array<string>(WIDTH).fill('');
const NOTHING: readonly string[] = INDEXES.map(() => '');

/**
 * What decisions look at of a history, as one short text to store beside its rows: the words of the file, unread, so
 * that it does not age when dictionaries, statute lists or policies change.
 *
 * Each row has how many lines it comes after the row before, which cells differ from that row's, and those cells.
 */
export function packHistory(history: History): string {
  let text = FORM;
  let line = 0;
  let above = NOTHING;
  for (const row of rowsThatMatter(history)) {
    let changed = 0;
    let cells = '';
    row.texts.forEach((cell, position) => {
      if (cell === above[position]) return;
      changed |= 1 << position;
      cells += CELL + cell;
    });
    text += `${ROW}${(row.line - line).toString(36)} ${changed.toString(36)}${cells}`;
    line = row.line;
    above = row.texts;
  }
  return text;
}

/** Whether the text has the form that `packHistory` gives today. */
export const isPackedHistory = (text: string): boolean => text === FORM || text.startsWith(FORM + ROW);

/**
 * The history again, as far as decisions look at it: every policy determines the same on it, to the byte. It has no
 * rows that decisions pass over, and of the others only the cells that matter.
 *
 * @param dispositions what the county's wordings mean; those shipped unless told
 * @param beside what is known of the person beside these rows: it is not in the text
 * @throws RangeError when the text is not what `packHistory` gives today
 */
export function unpackHistory(text: string, dispositions?: Dispositions, beside?: Beside): History {
  const [form, ...packed] = text.split(ROW);
  if (form !== FORM) throw new RangeError(`a packed history of another form than ${FORM}`);
  const rows: HistoryRow[] = [];
  let line = 0;
  let above = EMPTY;
  for (const row of packed) {
    let end = endOfCell(row, 0);
    const blank = row.indexOf(' ');
    line += Number.parseInt(row.slice(0, blank), 36);
    const cells = above.slice();
    for (let changed = Number.parseInt(row.slice(blank + 1, end), 36); changed !== 0; changed &= changed - 1) {
      const start = end + 1;
      if (start > row.length) throw new RangeError('a packed history that was cut short');
      end = endOfCell(row, start);
      cells[INDEXES[31 - Math.clz32(changed & -changed)] ?? WIDTH] = row.slice(start, end);
    }
    if (cells.length > WIDTH || end !== row.length || !(line > 0)) throw new RangeError('not a packed history');
    rows.push({ line, cells });
    above = cells;
  }
  return buildHistory(rows, dispositions, beside);
}

function endOfCell(row: string, from: number): number {
  const end = row.indexOf(CELL, from);
  return end < 0 ? row.length : end;
}
