import type { LocalDate } from '@clearance/record';
import { addYears, localDate } from '@clearance/record';

import { boundsOf, dateText, isBefore } from '../fact.ts';
import type { ConvictedTerm } from '../policy/term.ts';
import { not } from '../truth.ts';
import type { TermCheck } from './check.ts';
import { missingOf, open, settled } from './check.ts';

/** The day that a term compares with. */
export function thresholdOf(term: ConvictedTerm, asOf: LocalDate): LocalDate {
  return term.date === undefined ? addYears(asOf, -(term.yearsBeforeAsOf ?? 0)) : localDate(term.date);
}

export const convicted: TermCheck<ConvictedTerm> = (term, subject) => {
  const threshold = thresholdOf(term, subject.asOf);
  const day = { low: threshold, high: threshold };
  const date = boundsOf(subject.date);
  const before = isBefore(date, day);
  const after = isBefore(day, date);
  const result = { before, on_or_after: not(before), after, on_or_before: not(after) }[term.compare];
  const value = `convicted ${dateText(subject.date)}`;
  const sum =
    term.date === undefined
      ? `as-of ${subject.asOf} − ${term.yearsBeforeAsOf ?? 0} years = ${threshold}, ${value}`
      : undefined;
  return result === 'unknown'
    ? open(value, missingOf('conviction_date', subject.date), sum)
    : settled(result, value, subject.date.cells, sum);
};
