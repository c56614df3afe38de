import { cellText, textOf } from './cell.ts';
import { COLUMN } from './columns.ts';
import { convictionsOf } from './convictions.ts';
import { parseDojDate } from './doj-date.ts';
import { readDispositions } from './disposition.ts';
import type { Dispositions } from './disposition.ts';
import type { Count, Cycle, Disposition, DispositionKind, History, HistoryRow, Step, StepKind } from './history.ts';
import type { DateRange } from './local-date.ts';
import { commentCharges, isInComment, readOffense } from './statute/read-offense.ts';

const SHIPPED = readDispositions();

const STEP_KINDS: Readonly<Record<string, StepKind>> = {
  'ARREST/DETAINED/CITED': 'arrest',
  ARREST: 'arrest',
  'COURT ACTION': 'court',
  COURT: 'court',
  REGISTRATION: 'registration',
  DECEASED: 'deceased',
};

/**
 * Puts the rows of one person in order. The rows may come in any order and from any place in the file.
 *
 * @param rows every accepted row of the person, and of nobody else
 * @param dispositions what the county's wordings mean; those shipped unless told
 */
export function buildHistory(rows: readonly HistoryRow[], dispositions: Dispositions = SHIPPED): History {
  const inFile = [...rows].sort((a, b) => a.line - b.line);
  const placed = inFile.map((row) => ({ row, place: placeOf(row) }));
  const cycles = groupBy(placed, ({ place }) => place.cycle).map(([order, inCycle]): Cycle => {
    const steps = groupBy(inCycle, ({ place }) => place.step).map(([, inStep]) =>
      stepOf(
        inStep[0]?.place.stepOrder ?? '',
        groupBy(inStep, ({ place }) => place.count).map(([, inCount]) => inCount.map(({ row }) => row)),
        dispositions,
      ),
    );
    return { order, date: firstDate(inCycle, 'CYC_DATE'), steps };
  });
  return { rows: inFile, cycles, convictions: convictionsOf(cycles) };
}

interface Place {
  readonly cycle: string;
  /** Sorts and tells apart the steps of a cycle; `stepOrder` is the part of it that the file numbers. */
  readonly step: string;
  readonly stepOrder: string;
  readonly count: string;
}

/** Rows without CNT_ORDER follow the numbered steps of their cycle, one step for each kind and date. */
function placeOf(row: HistoryRow): Place {
  const order = textOf(row, 'CNT_ORDER');
  if (order !== '') {
    const stepOrder = order.slice(0, 6);
    return { cycle: order.slice(0, 3), step: stepOrder, stepOrder, count: order };
  }
  const cycle = /^\d{3}/.exec(textOf(row, 'CYC_ORDER'))?.[0] ?? '';
  const parts = [textOf(row, 'STP_ORDER'), textOf(row, 'STP_TYPE_DESCR'), textOf(row, 'STP_EVENT_DATE')];
  return { cycle, step: `~${parts.join('|')}`, stepOrder: cycle, count: '' };
}

function stepOf(order: string, counts: readonly (readonly HistoryRow[])[], dispositions: Dispositions): Step {
  const rows = counts.flat();
  const [first] = rows;
  const typeText = first ? textOf(first, 'STP_TYPE_DESCR') : '';
  const say = (column: 'STP_ORI_CODE' | 'STP_ORI_DESCR' | 'STP_ORI_CNTY_NAME') => firstText(rows, column);
  return {
    order,
    kind: STEP_KINDS[typeText.toUpperCase()] ?? 'other',
    typeText,
    date: firstDate(
      rows.map((row) => ({ row })),
      'STP_EVENT_DATE',
    ),
    agency: { code: say('STP_ORI_CODE'), name: say('STP_ORI_DESCR'), county: say('STP_ORI_CNTY_NAME').toUpperCase() },
    counts: counts.map((inCount) => countOf(inCount, dispositions)),
  };
}

function countOf(rows: readonly HistoryRow[], dictionary: Dispositions): Count {
  const first = rows[0] as HistoryRow;
  const charged = readOffense(rows.find(saysOffense) ?? first, 'OFFENSE_DESCR');
  const pleaded = rows.find((row) => textOf(row, 'CONV_OFFENSE_DESCR') !== '');
  const convicted = pleaded && readOffense(pleaded, 'CONV_OFFENSE_DESCR');
  const dispositions = rows.flatMap((row) => dispositionOf(row, dictionary));
  const nothing: Disposition = { kind: 'unknown', text: '', cell: { line: first.line, column: 'DISP_DESCR' } };
  return {
    order: textOf(first, 'CNT_ORDER'),
    rows,
    charged,
    offense: convicted && convicted.text.toUpperCase() !== charged.text.toUpperCase() ? convicted : charged,
    disposition: decidingOf(dispositions) ?? nothing,
    dispositions,
    commentCharges: rows.map(commentCharges).find((charges) => charges !== undefined),
  };
}

/** A reduction says that there was a conviction, and the row before it when: such a count is left as it begins. */
function decidingOf(dispositions: readonly Disposition[]): Disposition | undefined {
  const first = (...kinds: DispositionKind[]) => dispositions.find(({ kind }) => kinds.includes(kind));
  const convicted = first('convicted');
  if (convicted || first('reduced')) return convicted ?? dispositions[0];
  return first('not_convicted', 'relieved') ?? first('unknown') ?? dispositions[0];
}

/** A later row of a count may leave out the charge that its first row has. */
function saysOffense(row: HistoryRow): boolean {
  return !isInComment(textOf(row, 'OFFENSE_DESCR')) || textOf(row, 'COMMENT_TEXT') !== '';
}

function dispositionOf(row: HistoryRow, dictionary: Dispositions): Disposition[] {
  const text = textOf(row, 'DISP_DESCR');
  return text === '' ? [] : [{ kind: dictionary.kindOf(text), text, cell: { line: row.line, column: 'DISP_DESCR' } }];
}

function firstText(
  rows: readonly HistoryRow[],
  column: 'STP_ORI_CODE' | 'STP_ORI_DESCR' | 'STP_ORI_CNTY_NAME',
): string {
  for (const row of rows) {
    const text = textOf(row, column);
    if (text !== '') return text;
  }
  return '';
}

function firstDate(
  placed: readonly { readonly row: HistoryRow }[],
  column: 'CYC_DATE' | 'STP_EVENT_DATE',
): DateRange | undefined {
  for (const { row } of placed) {
    const date = parseDojDate(cellText(row.cells[COLUMN[column]] ?? ''));
    if (date) return date;
  }
  return undefined;
}

/** Groups by key; the keys in ascending order with the empty one last, each group in the order given. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}
