import { textOf } from './cell.ts';
import type { ColumnName } from './columns.ts';
import { convictionsOf } from './convictions.ts';
import { courtCountsOf } from './court-case.ts';
import { readDispositions } from './disposition.ts';
import type { Dispositions } from './disposition.ts';
import { parseDojDate } from './doj-date.ts';
import type { Beside, History, HistoryRow, Step } from './history.ts';
import type { DateRange } from './local-date.ts';
import { placeRows } from './place-rows.ts';
import type { PlacedStep } from './place-rows.ts';
import { readCount } from './read-count.ts';

const SHIPPED = readDispositions();

/**
 * Puts the rows of one person in order. The rows may come in any order and from any place in the file.
 *
 * @param rows every accepted row of the person, and of nobody else
 * @param dispositions what the county's wordings mean; those shipped unless told
 * @param beside what is known of the person beside these rows
 */
export function buildHistory(
  rows: readonly HistoryRow[],
  dispositions: Dispositions = SHIPPED,
  { entered = [], unread = [] }: Beside = {},
): History {
  const inFile = [...rows].sort((a, b) => a.line - b.line);
  const cycles = placeRows(inFile).map((cycle) => ({
    order: cycle.order,
    date: firstDate([cycle.rows], 'CYC_DATE'),
    steps: cycle.steps.map((step) => stepOf(step, dispositions)),
  }));
  const courtCounts = courtCountsOf(cycles);
  return { rows: inFile, cycles, courtCounts, convictions: convictionsOf(cycles, courtCounts), unread, entered };
}

function stepOf({ counts, kind, order }: PlacedStep, dispositions: Dispositions): Step {
  const [first] = counts[0] ?? [];
  const typeText = first ? textOf(first, 'STP_TYPE_DESCR') : '';
  return {
    order,
    kind,
    typeText,
    date: firstDate(counts, 'STP_EVENT_DATE'),
    agency: {
      code: firstText(counts, 'STP_ORI_CODE'),
      name: firstText(counts, 'STP_ORI_DESCR'),
      county: firstText(counts, 'STP_ORI_CNTY_NAME').toUpperCase(),
    },
    counts: counts.map((rows) => readCount(rows, dispositions)),
  };
}

function firstText(counts: readonly (readonly HistoryRow[])[], column: ColumnName): string {
  for (const rows of counts) {
    for (const row of rows) {
      const text = textOf(row, column);
      if (text !== '') return text;
    }
  }
  return '';
}

function firstDate(counts: readonly (readonly HistoryRow[])[], column: ColumnName): DateRange | undefined {
  for (const rows of counts) {
    for (const row of rows) {
      const date = parseDojDate(textOf(row, column));
      if (date) return date;
    }
  }
  return undefined;
}
