import type { CellRef, Count, HistoryRow, LocalDate } from '@clearance/record';
import { addDays, addMonths, addYears, textOf } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Fact } from '../fact.ts';
import { bounded, boundsOf, known, unknown } from '../fact.ts';

type Unit = 'D' | 'M' | 'Y';

/** One part of a sentence: so long; or `open`, where the file gives no length that can be read. */
export type SentencePart = { readonly inPrison: Truth; readonly cells: readonly CellRef[] } & (
  | { readonly kind: 'time'; readonly length: number; readonly unit: Unit }
  | { readonly kind: 'open'; readonly why: string }
);

/** Places that take no time: money, and sentences that were not imposed. */
const NO_TIME = /^(FINE|RESTITUTION|REST\b|RESTN|IMP SEN SS|IMPOSITION OF SENTENCE SUSP)/;

const PRISON = /^(STATE )?PRISON\b/;

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
  const part = { cells, inPrison: place === '' ? ('unknown' as const) : PRISON.test(place) };
  if (length === '' && NO_TIME.test(place)) return { kind: 'time', length: 0, unit: 'D', ...part };
  if (!/^\d{1,4}$/.test(length)) return { kind: 'open', why: 'a part of the sentence has no length', ...part };
  if (Number(length) === 0) return { kind: 'time', length: 0, unit: 'D', ...part };
  if (unit !== 'D' && unit !== 'M' && unit !== 'Y') {
    return { kind: 'open', why: `the unit "${unit}" of a part of the sentence is not recognised`, ...part };
  }
  return { kind: 'time', length: Number(length), unit, ...part };
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

/**
 * When the time in prison that is part of a sentence ended, counted as `sentenceEnd` does; the day of the conviction
 * where there is none. A part that does not say where it was served may have been.
 */
export function prisonEnd(
  date: Fact<LocalDate>,
  own: readonly SentencePart[],
  ofCase: readonly SentencePart[],
): Fact<LocalDate> {
  const sure = (parts: readonly SentencePart[]) => parts.filter(({ inPrison }) => inPrison === true);
  const possible = (parts: readonly SentencePart[]) => parts.filter(({ inPrison }) => inPrison !== false);
  const endOf = (parts: typeof sure) => (parts(own).length === 0 ? date : sentenceEnd(date, parts(own), parts(ofCase)));
  const [least, most] = [endOf(sure), endOf(possible)];
  if (possible(own).length === sure(own).length) return most;
  const why = 'where a part of the sentence was served is not given';
  return bounded(boundsOf(least).low, boundsOf(most).high, why, most.cells);
}

function max(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
