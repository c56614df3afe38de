import { cellText, textOf } from '../cell.ts';
import { COLUMN, WIDTH } from '../columns.ts';
import type { ColumnName } from '../columns.ts';
import type { History, HistoryRow, Step } from '../history.ts';
import { commentCharges, isInComment } from '../statute/read-offense.ts';

const PLACE = ['CNT_ORDER', 'CYC_ORDER', 'STP_ORDER', 'STP_TYPE_DESCR', 'PRI_DOB', 'RACE_DESCR'] as const;
const EVENT = ['STP_EVENT_DATE', 'STP_ORI_DESCR', 'STP_ORI_CNTY_NAME'] as const;
const COURT = ['OFN', 'OFFENSE_DESCR', 'OFFENSE_TOC', 'COMMENT_TEXT'] as const;
const CONVICTION = ['CONV_OFFENSE_DESCR', 'CONV_OFFENSE_TOC', 'DISP_DESCR', 'DISP_DATE', 'CONV_STAT_DESCR'] as const;
const AMENDED = ['DISP_OFFENSE_DESCR', 'OFFENSE_QUAL_LST', 'DISP_OFFENSE_QUAL_LST', 'CONV_OFFENSE_QUAL_LST'] as const;
const SENTENCE = [
  ...(['SENT_ORDER', 'SENT_LENGTH', 'SENT_TIME_CODE', 'SENT_TIME_DESCR'] as const),
  ...(['SENT_LOC_CODE', 'SENT_LOC_DESCR'] as const),
] as const;

/** The columns that decisions look at. */
export const columnsThatMatter = [...PLACE, ...EVENT, ...COURT, ...CONVICTION, ...SENTENCE, ...AMENDED] as const;

export type ColumnThatMatters = (typeof columnsThatMatter)[number];

const INDEXES: readonly number[] = columnsThatMatter.map((name) => COLUMN[name]);
const EMPTY: readonly string[] = new Array<string>(WIDTH).fill('');

/**
 * The 95 cells of a row with only those filled that decisions look at, for a reader who can cut single cells.
 *
 * @param cell the cell of a column, counted from 0
 */
export function cellsThatMatter(cell: (column: number) => string): string[] {
  const cells = EMPTY.slice();
  for (const index of INDEXES) cells[index] = cell(index);
  return cells;
}

/** A row that decisions look at, with what each of `columnsThatMatter` says; empty where that does not matter. */
export interface RowThatMatters {
  readonly line: number;
  readonly texts: readonly string[];
}

/**
 * What decisions look at of a history, in file order: court counts and registrations; of an arrest who, where and when, and
 * what for where a court case followed, or somebody else tells of one; all of what another step says that has a disposition, which may be a conviction
 * that no court row tells; of a death that it is on record; and the rows that say something new about the person.
 */
export function rowsThatMatter(history: History): RowThatMatters[] {
  const ofPerson = rowsAboutPerson(history.rows);
  const found: RowThatMatters[] = [];
  for (const cycle of history.cycles) {
    const isCase = cycle.steps.some((step) => step.kind === 'court' || hasDisposition(step));
    for (const step of cycle.steps) {
      const isCharged = step.kind === 'arrest' && isCase;
      const what = hasDisposition(step) ? ALL : isCharged ? OF_CHARGES : MATTERING[step.kind];
      const ofStep = isCharged ? new Set(step.counts.flatMap(({ rows }) => rows)) : rowsOfStep(step);
      for (const { rows } of step.counts) {
        for (const row of rows) {
          if (ofStep.has(row)) found.push(matter(row, step, what));
          else if (ofPerson.has(row)) found.push(matter(row, step, OF_PLACE));
        }
      }
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** One bit for each of `columnsThatMatter`. */
const bitsOf = (columns: readonly ColumnName[]): number =>
  columnsThatMatter.reduce((bits, column, position) => bits | (Number(columns.includes(column)) << position), 0);
const OF_PLACE = bitsOf(PLACE);
const ALL = bitsOf(columnsThatMatter);
const OF_CHARGES = bitsOf([...PLACE, ...EVENT, 'OFFENSE_DESCR', 'OFFENSE_QUAL_LST', 'COMMENT_TEXT']);
const MATTERING: Readonly<Record<Step['kind'], number>> = {
  arrest: bitsOf([...PLACE, ...EVENT]),
  court: ALL,
  registration: ALL,
  deceased: OF_PLACE,
  other: OF_PLACE,
};
const STEP_TYPE = columnsThatMatter.indexOf('STP_TYPE_DESCR');
const COMMENT = columnsThatMatter.indexOf('COMMENT_TEXT');
const DISPOSED = columnsThatMatter.indexOf('DISP_DATE');

const hasDisposition = ({ counts }: Step): boolean => counts.some(({ dispositions }) => dispositions.length > 0);

function rowsOfStep(step: Step): ReadonlySet<HistoryRow> {
  const rows = step.counts.flatMap((count) => count.rows);
  if (hasDisposition(step)) return new Set(rows);
  if (step.kind === 'other') return new Set();
  if (step.kind === 'deceased') return new Set(rows.slice(0, 1));
  if (step.kind !== 'arrest') return new Set(rows);
  const named = rows.findIndex((row) => textOf(row, 'STP_ORI_DESCR') !== '');
  const dated = rows.findIndex((row) => textOf(row, 'STP_EVENT_DATE') !== '');
  const placed = rows.findIndex((row) => textOf(row, 'STP_ORI_CNTY_NAME') !== '');
  const isComplete = named >= 0 && dated >= 0 && placed >= 0;
  return new Set(isComplete ? rows.slice(0, Math.max(named, dated, placed) + 1) : rows);
}

/** The rows with a birth date that no earlier row has, and the first with a race. */
function rowsAboutPerson(rows: readonly HistoryRow[]): ReadonlySet<HistoryRow> {
  const births = new Set<string>();
  const found = new Set<HistoryRow>();
  let hasRace = false;
  for (const row of rows) {
    const birth = textOf(row, 'PRI_DOB');
    const race = hasRace ? '' : textOf(row, 'RACE_DESCR');
    if (!births.has(birth) || race !== '') found.add(row);
    births.add(birth);
    if (race !== '') hasRace = true;
  }
  return found;
}

function matter(row: HistoryRow, step: Step, mattering: number): RowThatMatters {
  const { cells, line } = row;
  const texts = INDEXES.map((index, position) => {
    if ((mattering & (1 << position)) === 0) return '';
    // All rows of a step are of one kind, however each writes it.
    if (position === STEP_TYPE) return step.typeText;
    const text = cellText(cells[index] ?? '');
    // Nearly always that of the step, which the row has as well.
    if (position === DISPOSED) return text === textOf(row, 'STP_EVENT_DATE') ? '' : text;
    return position === COMMENT && text !== '' && !isCommentOfInterest(row) ? '' : text;
  });
  return { line, texts };
}

function isCommentOfInterest(row: HistoryRow): boolean {
  const convictedOf = textOf(row, 'CONV_OFFENSE_DESCR');
  if (isInComment(textOf(row, 'OFFENSE_DESCR')) || (convictedOf !== '' && isInComment(convictedOf))) return true;
  return commentCharges(row) !== undefined;
}
