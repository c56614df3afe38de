import { readDay } from './day.ts';
import type { Day } from './day.ts';
import type { CompatRow } from './row.ts';
import { readSection } from './section.ts';
import type { SectionReading } from './section.ts';

/** The first row with a conviction of a count. */
export interface CompatConviction {
  /** Its place among the rows that the history was read from. */
  readonly row: number;
  readonly order: string;
  readonly county: string;
  readonly date: Day;
  readonly felony: boolean;
  readonly section: SectionReading;
  /** Half days from the first day of the calendar to the end of the sentence: a month counts as 30.5 days. */
  sentenceEnd: number;
}

export interface CompatHistory {
  readonly birth: Day;
  readonly convictions: readonly CompatConviction[];
  readonly registered: boolean;
  readonly deceased: boolean;
  /** The rows that it was read from. */
  readonly rows: readonly CompatRow[];
}

const HALF_DAYS: Readonly<Record<string, number>> = { D: 2, M: 61, Y: 732 };

/**
 * Whether a row can change what the old tools said of a person; the first row always does, for its birth date. A flow
 * that looks at related charges asks for cannabis in every row of the cycle.
 */
export function mattersToCompat(
  row: Pick<CompatRow, 'disposition' | 'step' | 'offense' | 'comment'>,
  { looksAtRelated = false }: { readonly looksAtRelated?: boolean } = {},
): boolean {
  const { disposition, step } = row;
  return (
    disposition.startsWith('CONVICTED') ||
    step === 'COURT ACTION' ||
    step === 'REGISTRATION' ||
    step === 'DECEASED' ||
    (looksAtRelated && readSection(row).p64 !== undefined)
  );
}

/**
 * Reads the rows of one person, in file order. A count that is convicted again does not become another conviction, and
 * its sentence goes to whichever conviction was added last: so it was then.
 */
export function readHistory(rows: readonly CompatRow[]): CompatHistory {
  const convictions: CompatConviction[] = [];
  const orders = new Set<string>();
  let registered = false;
  let deceased = false;
  rows.forEach((row, index) => {
    const { order, step } = row;
    if (row.disposition.startsWith('CONVICTED')) {
      const last = convictions.at(-1);
      if (last && orders.has(order)) {
        last.sentenceEnd += sentencePart(row);
      } else {
        orders.add(order);
        convictions.push(readConviction(row, index));
      }
    }
    if (step === 'DECEASED') deceased = true;
    else if (step === 'REGISTRATION' && row.offense.startsWith('290')) registered = true;
  });
  return { birth: readDay(rows[0]?.birth ?? ''), convictions, registered, deceased, rows };
}

function readConviction(row: CompatRow, index: number): CompatConviction {
  const date = readDay(row.date);
  return {
    row: index,
    order: row.order,
    county: row.county,
    date,
    felony: row.severity === 'FELONY' || (row.severity === '' && row.offenseClass === 'F'),
    section: readSection(row),
    sentenceEnd: date * 2 + sentencePart(row),
  };
}

function sentencePart({ sentenceLength, sentenceUnit }: CompatRow): number {
  const unit = HALF_DAYS[sentenceUnit];
  return unit !== undefined && /^[+-]?\d+$/.test(sentenceLength) ? Number(sentenceLength) * unit : 0;
}

/** What tells the cases of a person apart: cycle and step. */
export function caseOf(order: string): string {
  return order.slice(0, 6);
}

/** Whether any charge of the cycle, whatever became of it, is of Proposition 64. */
export function hasP64InCycle({ rows }: CompatHistory, order: string): boolean {
  const cycle = order.slice(0, 3);
  return rows.some((row) => row.order.slice(0, 3) === cycle && readSection(row).p64 !== undefined);
}

/** The case numbers that the court gave, by case, each once in the order of the file. */
export function caseNumbers(rows: readonly CompatRow[]): ReadonlyMap<string, readonly string[]> {
  const numbers = new Map<string, string[]>();
  for (const { caseNumber, order, step } of rows) {
    if (step !== 'COURT ACTION' || caseNumber === '') continue;
    const key = caseOf(order);
    const known = numbers.get(key);
    if (!known) numbers.set(key, [caseNumber]);
    else if (!known.includes(caseNumber)) known.push(caseNumber);
  }
  return numbers;
}
