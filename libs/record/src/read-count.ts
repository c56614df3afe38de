import { textOf } from './cell.ts';
import type { Dispositions } from './disposition.ts';
import type { Count, Disposition, DispositionKind, HistoryRow } from './history.ts';
import type { OffenseText } from './statute.ts';
import { readOffenses } from './statute/offenses-of-count.ts';
import { commentCharges } from './statute/read-offense.ts';

/**
 * Reads the rows of one count. They stand by the days of their dispositions, and those of one day in file order: a file that
 * was put together from others may have them in any.
 */
export function readCount(inFile: readonly HistoryRow[], dictionary: Dispositions): Count {
  const rows = inFile.length === 1 ? inFile : byDay(inFile);
  const first = rows[0] as HistoryRow;
  const { charged, offense } = readOffenses(rows);
  const dispositions = dispositionsOf(rows, dictionary);
  const disposition = decidingOf(dispositions) ?? unread(first);
  return new ReadCount({ order: textOf(first, 'CNT_ORDER'), rows, charged, offense, disposition, dispositions });
}

function byDay(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const days = rows.map((row) => textOf(row, 'DISP_DATE') || textOf(row, 'STP_EVENT_DATE'));
  if (days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day)) return rows;
  const dayOf = new Map(rows.map((row, index) => [row, days[index] ?? '']));
  return [...rows].sort((a, b) => {
    const [day, other] = [dayOf.get(a) ?? '', dayOf.get(b) ?? ''];
    return day < other ? -1 : Number(day > other);
  });
}

/** Comments are nearly all different, long and about something else: they are read only where somebody asks. */
class ReadCount implements Count {
  readonly order: string;
  readonly rows: readonly HistoryRow[];
  readonly charged: OffenseText;
  readonly offense: OffenseText;
  readonly disposition: Disposition;
  readonly dispositions: readonly Disposition[];
  #charges: { readonly found: OffenseText | undefined } | undefined;

  constructor({ charged, disposition, dispositions, offense, order, rows }: Omit<Count, 'commentCharges'>) {
    this.order = order;
    this.rows = rows;
    this.charged = charged;
    this.offense = offense;
    this.disposition = disposition;
    this.dispositions = dispositions;
  }

  get commentCharges(): OffenseText | undefined {
    this.#charges ??= { found: chargesInComments(this.rows) };
    return this.#charges.found;
  }
}

function dispositionsOf(rows: readonly HistoryRow[], dictionary: Dispositions): Disposition[] {
  const found: Disposition[] = [];
  for (const row of rows) {
    const text = textOf(row, 'DISP_DESCR');
    if (text === '') continue;
    found.push({ kind: dictionary.kindOf(text), text, cell: { line: row.line, column: 'DISP_DESCR' } });
  }
  return found;
}

function unread({ line }: HistoryRow): Disposition {
  return { kind: 'unknown', text: '', cell: { line, column: 'DISP_DESCR' } };
}

/** A reduction says that there was a conviction, and the row before it when: such a count is left as it begins. */
function decidingOf(dispositions: readonly Disposition[]): Disposition | undefined {
  if (dispositions.length < 2) return dispositions[0];
  const first = (...kinds: DispositionKind[]) => dispositions.find(({ kind }) => kinds.includes(kind));
  const convicted = first('convicted');
  if (convicted || first('reduced')) return convicted ?? dispositions[0];
  return first('adjudicated') ?? first('not_convicted', 'relieved') ?? first('unknown') ?? dispositions[0];
}

function chargesInComments(rows: readonly HistoryRow[]): OffenseText | undefined {
  for (const row of rows) {
    const charges = commentCharges(row);
    if (charges) return charges;
  }
  return undefined;
}
