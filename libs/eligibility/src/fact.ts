import { addYears, type CellRef, type DateRange, type LocalDate } from '@clearance/record';

import type { CellText, Truth } from './determination.ts';

/**
 * Something that the history says, with the cells it was read from: known; known only to lie between two values (an
 * absent bound is open); or unknown, with the reason in words that end a sentence.
 */
export type Fact<T> =
  | { readonly state: 'known'; readonly value: T; readonly cells: readonly CellRef[] }
  | {
      readonly state: 'bounded';
      readonly low: T | undefined;
      readonly high: T | undefined;
      readonly why: string;
      readonly cells: readonly CellRef[];
    }
  | { readonly state: 'unknown'; readonly why: string; readonly cells: readonly CellRef[] };

export function known<T>(value: T, cells: readonly CellRef[]): Fact<T> {
  return { state: 'known', value, cells };
}

export function bounded<T>(low: T | undefined, high: T | undefined, why: string, cells: readonly CellRef[]): Fact<T> {
  return { state: 'bounded', low, high, why, cells };
}

export function unknown<T>(why: string, cells: readonly CellRef[]): Fact<T> {
  return { state: 'unknown', why, cells };
}

/** The earliest and the latest day a date could be; an open side is undefined. */
export interface Bounds {
  readonly low: LocalDate | undefined;
  readonly high: LocalDate | undefined;
}

export function boundsOf(date: Fact<LocalDate>): Bounds {
  if (date.state === 'known') return { low: date.value, high: date.value };
  if (date.state === 'bounded') return { low: date.low, high: date.high };
  return { low: undefined, high: undefined };
}

/**
 * A date cell as a fact.
 *
 * @param what whose date it is, as `birth date`
 * @param text what the cell says, where it is no date
 */
export function dateFact(
  range: DateRange | undefined,
  what: string,
  cells: readonly CellRef[],
  text = '',
): Fact<LocalDate> {
  if (range === undefined && saysNoDate(text)) return unknown(`the ${what} is missing or is not a date`, cells);
  if (range === undefined) return unknown(impossibleDate(what, text), cells);
  if (range.earliest === range.latest) return known(range.earliest, cells);
  return bounded(range.earliest, range.latest, `the ${what} is given without its ${missingPart(range)}`, cells);
}

/** Blank, or the zeros that agencies write where they do not know the day. */
export const saysNoDate = (text: string): boolean => /^0*$/.test(text);

/** Why a date cell that says something is no date. */
export function impossibleDate(what: string, text: string): string {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return `the file gives an impossible ${what} ${parts ? parts.slice(1).join('-') : `"${text}"`}`;
}

/** Nobody lives longer: the oldest person of whom it is certain reached 122 years, in another country. */
const OLDEST = 120;

/** A birth date as of a day: unknown where the person would not be born by then, or would be older than people become. */
export function birthAsOf(birth: Fact<LocalDate>, asOf: LocalDate): Fact<LocalDate> {
  const { high, low } = boundsOf(birth);
  if (low !== undefined && low > asOf) {
    return unknown(`the birth date ${dateText(birth)} is impossible: it is later than ${asOf}`, birth.cells);
  }
  if (high !== undefined && high < addYears(asOf, -OLDEST)) {
    const age = `the person would be more than ${OLDEST} years old on ${asOf}`;
    return unknown(`the birth date ${dateText(birth)} is impossible: ${age}`, birth.cells);
  }
  return birth;
}

/** The date of a conviction as of a day: unknown where it is later than that. What is decided now cannot rest on it. */
export function convictedAsOf(date: Fact<LocalDate>, asOf: LocalDate): Fact<LocalDate> {
  const { low } = boundsOf(date);
  if (low === undefined || low <= asOf) return date;
  return unknown(`the conviction date ${dateText(date)} is impossible: it is later than ${asOf}`, date.cells);
}

function missingPart(range: DateRange): string {
  return range.earliest.slice(0, 7) === range.latest.slice(0, 7) ? 'day' : 'month and day';
}

/** A date as a person reads it. */
export function dateText(date: Fact<LocalDate>): string {
  if (date.state === 'known') return date.value;
  if (date.state === 'unknown') return 'unknown';
  return rangeText(date);
}

/** Two bounds as a person reads them. */
export function rangeText({ low, high }: Bounds): string {
  if (low !== undefined && low === high) return low;
  if (low !== undefined && high !== undefined) return `between ${low} and ${high}`;
  if (low !== undefined) return `${low} or later`;
  return high === undefined ? 'unknown' : `${high} or earlier`;
}

/** Whether a day within `a` lies strictly before one within `b`, whichever days they are. */
export function isBefore(a: Bounds, b: Bounds): Truth {
  if (a.high !== undefined && b.low !== undefined && a.high < b.low) return true;
  if (a.low !== undefined && b.high !== undefined && a.low >= b.high) return false;
  return 'unknown';
}

/** How many cells a trace names for one condition: enough to check it, few enough to store sixty thousand of them. */
const CELLS_SHOWN = 12;

export function cellTexts(cells: readonly CellRef[]): CellText[] {
  const texts: CellText[] = [];
  for (const cell of cells) {
    const text: CellText = cell.entered === undefined ? `${cell.line}:${cell.column}` : `entered:${cell.entered}`;
    if (!texts.includes(text)) texts.push(text);
    if (texts.length === CELLS_SHOWN) break;
  }
  return texts;
}
