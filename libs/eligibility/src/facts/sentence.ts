import type { CellRef, Count, HistoryRow, LocalDate } from '@clearance/record';
import { addDays, addMonths, addYears, textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { bounded, boundsOf, known, unknown } from '../fact.ts';

type Unit = 'D' | 'M' | 'Y';

/** One part of a sentence: so long; or `open`, where the file gives no length that can be read. */
export type SentencePart =
  | { readonly kind: 'time'; readonly length: number; readonly unit: Unit; readonly cells: readonly CellRef[] }
  | { readonly kind: 'open'; readonly why: string; readonly cells: readonly CellRef[] };

/** Places that take no time: money, and sentences that were not imposed. */
const NO_TIME = /^(FINE|RESTITUTION|REST\b|RESTN|IMP SEN SS|IMPOSITION OF SENTENCE SUSP)/;

/** The parts of a count's sentence, one for each row that has one. */
export function sentenceParts(count: Count): SentencePart[] {
  return count.rows.flatMap((row) => partOf(row) ?? []);
}

function partOf(row: HistoryRow): SentencePart | undefined {
  const length = textOf(row, 'SENT_LENGTH');
  const unit = textOf(row, 'SENT_TIME_CODE').toUpperCase();
  const place = textOf(row, 'SENT_LOC_DESCR').toUpperCase();
  if (length === '' && unit === '' && place === '') return undefined;
  const cells: CellRef[] = [
    { line: row.line, column: 'SENT_LENGTH' },
    { line: row.line, column: 'SENT_TIME_CODE' },
  ];
  if (length === '' && NO_TIME.test(place)) return { kind: 'time', length: 0, unit: 'D', cells };
  if (!/^\d{1,4}$/.test(length)) return { kind: 'open', why: 'a part of the sentence has no length', cells };
  if (Number(length) === 0) return { kind: 'time', length: 0, unit: 'D', cells };
  if (unit !== 'D' && unit !== 'M' && unit !== 'Y') {
    return { kind: 'open', why: `the unit "${unit}" of a part of the sentence is not recognised`, cells };
  }
  return { kind: 'time', length: Number(length), unit, cells };
}

function after(date: LocalDate, part: SentencePart): LocalDate {
  if (part.kind === 'open') return date;
  if (part.unit === 'D') return addDays(date, part.length);
  return part.unit === 'M' ? addMonths(date, part.length) : addYears(date, part.length);
}

/**
 * When a sentence ended: not before its longest part from the conviction on (all served at once), and not after all
 * parts of all counts of the case one after another.
 *
 * @param own the parts of this count
 * @param ofCase the parts of every count of the case, this one included
 */
export function sentenceEnd(
  date: Fact<LocalDate>,
  own: readonly SentencePart[],
  ofCase: readonly SentencePart[],
): Fact<LocalDate> {
  const cells = [...date.cells, ...ofCase.flatMap((part) => part.cells)];
  const { low, high } = boundsOf(date);
  const earliest = low && own.reduce((latest, part) => max(latest, after(low, part)), low);
  if (own.length === 0) return bounded(earliest, undefined, 'no sentence is given', cells);
  const open = ofCase.find((part) => part.kind === 'open');
  if (open?.kind === 'open') return bounded(earliest, undefined, open.why, cells);
  const latest = high && ofCase.reduce(after, high);
  if (earliest === undefined && latest === undefined) return unknown('the sentence has no date to count from', cells);
  if (earliest !== undefined && earliest === latest) return known(earliest, cells);
  return bounded(earliest, latest, 'whether its parts ran together or one after another is not given', cells);
}

function max(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
