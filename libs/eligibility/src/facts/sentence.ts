import type { LocalDate } from '@clearance/record';
import { addDays, addMonths, addYears } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { bounded, boundsOf, known, unknown } from '../fact.ts';
import type { Sentence, SentencePart } from './sentence-part.ts';

/**
 * When a sentence ended: not before its longest part (all served at once), and not after all parts of all counts of the
 * case one after another. A part that a later step imposed runs from that step; one that was suspended does not run.
 */
export function sentenceEnd(date: Fact<LocalDate>, { ofCase, own }: Sentence): Fact<LocalDate> {
  const cells = [...date.cells, ...ofCase.flatMap((part) => part.cells)];
  const { high, low } = boundsOf(date);
  const earliest = own.reduce((end, part) => later(end, earliestEnd(low, part)), low);
  if (own.length === 0) return bounded(earliest, undefined, 'no sentence is given', cells);
  const open = ofCase.find((part) => part.kind === 'open');
  if (open?.kind === 'open') return bounded(earliest, undefined, open.why, cells);
  if (own.some(({ suspended }) => suspended === true) && !ofCase.some(isServed)) {
    return bounded(earliest, undefined, 'the sentence is suspended, and for how long is not given', cells);
  }
  const latest = latestEnd(high, ofCase);
  if (earliest === undefined && latest === undefined) return unknown('the sentence has no date to count from', cells);
  if (earliest !== undefined && earliest === latest) return known(earliest, cells);
  if (latest === undefined)
    return bounded(earliest, latest, 'the day of a later part of the sentence is not given', cells);
  return bounded(earliest, latest, 'whether its parts ran together or one after another is not given', cells);
}

/**
 * When the time in prison that is part of a sentence ended, counted as `sentenceEnd` does; the day of the conviction
 * where there is none. A part that does not say where it was served may have been.
 */
export function prisonEnd(date: Fact<LocalDate>, { ofCase, own }: Sentence): Fact<LocalDate> {
  const sure = (parts: readonly SentencePart[]) => parts.filter(({ inPrison }) => inPrison === true);
  const possible = (parts: readonly SentencePart[]) => parts.filter(({ inPrison }) => inPrison !== false);
  const endOf = (parts: typeof sure) =>
    parts(own).length === 0 ? date : sentenceEnd(date, { own: parts(own), ofCase: parts(ofCase) });
  const [least, most] = [endOf(sure), endOf(possible)];
  if (possible(own).length === sure(own).length) return most;
  const why = 'where a part of the sentence was served is not given';
  return bounded(boundsOf(least).low, boundsOf(most).high, why, most.cells);
}

function isServed(part: SentencePart): boolean {
  return part.suspended !== true && part.kind === 'time' && part.length > 0;
}

function earliestEnd(convicted: LocalDate | undefined, part: SentencePart): LocalDate | undefined {
  const from = part.later?.imposed === true ? later(convicted, part.later.low) : convicted;
  return part.suspended === false ? from && after(from, part) : from;
}

/** One part after another, each from the day on which it was given at the latest. Undefined where a day is not known. */
function latestEnd(convicted: LocalDate | undefined, parts: readonly SentencePart[]): LocalDate | undefined {
  if (convicted === undefined) return undefined;
  let end = convicted;
  for (const part of inOrder(parts)) {
    if (part.later && part.later.high === undefined) return undefined;
    if (part.suspended === true) continue;
    const from = later(end, part.later?.high) ?? end;
    end = after(from, part);
  }
  return end;
}

function inOrder(parts: readonly SentencePart[]): readonly SentencePart[] {
  if (parts.every((part) => !part.later)) return parts;
  const dayOf = (part: SentencePart) => part.later?.high ?? '';
  return [...parts].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
}

function after(date: LocalDate, part: SentencePart): LocalDate {
  if (part.kind === 'open') return date;
  if (part.unit === 'D') return addDays(date, part.length);
  return part.unit === 'M' ? addMonths(date, part.length) : addYears(date, part.length);
}

function later(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
