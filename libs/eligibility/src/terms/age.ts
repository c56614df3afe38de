import type { LocalDate } from '@clearance/record';
import { addYears } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Bounds, Fact } from '../fact.ts';
import { bounded, boundsOf, dateText, isBefore, known, rangeText, unknown } from '../fact.ts';
import type { AgeAsOfTerm, AgeAtConvictionTerm, AgeAtOffenseTerm, AgeComparator } from '../policy/term.ts';
import { not } from '../truth.ts';
import type { Check, TermCheck } from './check.ts';
import { missingOf, open, settled } from './check.ts';

export const ageAtConviction: TermCheck<AgeAtConvictionTerm> = (term, subject) =>
  compareAge(term.compare, term.years, subject.birth, subject.date, 'conviction', [
    ...missingOf('birth_date', subject.birth),
    ...missingOf('conviction_date', subject.date),
  ]);

export const ageAsOf: TermCheck<AgeAsOfTerm> = (term, subject) =>
  compareAge(
    term.compare,
    term.years,
    subject.birth,
    known(subject.asOf, []),
    'as-of',
    missingOf('birth_date', subject.birth),
  );

/** The file has no day of the offense: it is no later than the arrest, and no earlier than the term supposes. */
export const ageAtOffense: TermCheck<AgeAtOffenseTerm> = (term, subject) => {
  const day = subject.event.offenseDate(offenseDate(subject.arrested, term.within));
  return compareAge(term.compare, term.years, subject.birth, day, 'offense', [
    ...missingOf('birth_date', subject.birth),
    ...missingOf('offense_date', day),
  ]);
};

function offenseDate(arrested: Fact<LocalDate>, within: number | undefined): Fact<LocalDate> {
  const { low, high } = boundsOf(arrested);
  const earliest = low && within !== undefined ? addYears(low, -within) : undefined;
  const why = 'the day of the offense is not in the file, only that of the arrest';
  if (arrested.state === 'unknown') return unknown(arrested.why, arrested.cells);
  return bounded(earliest, high, why, arrested.cells);
}

function compareAge(
  compare: AgeComparator,
  years: number,
  birth: Fact<LocalDate>,
  day: Fact<LocalDate>,
  dayName: 'as-of' | 'conviction' | 'offense',
  missing: Check['missing'],
): Check {
  const born = boundsOf(birth);
  const birthday = { low: born.low && addYears(born.low, years), high: born.high && addYears(born.high, years) };
  const days = boundsOf(day);
  const result = compareDays(compare, birthday, days);
  const cells = [...birth.cells, ...day.cells];
  const happened = { 'as-of': '', conviction: `, convicted ${dateText(day)}`, offense: `, offense ${dateText(day)}` };
  const value = `born ${dateText(birth)}${happened[dayName]}`;
  const sum = `born ${dateText(birth)} + ${years} years = ${rangeText(birthday)}`;
  const arithmetic = `${sum}, ${relation(birthday, days)} ${dayName} ${dateText(day)}`;
  return result === 'unknown' ? open(value, missing, arithmetic) : settled(result, value, cells, arithmetic);
}

function compareDays(compare: AgeComparator, birthday: Bounds, day: Bounds): Truth {
  switch (compare) {
    case 'under':
      return isBefore(day, birthday);
    case 'at_least':
      return not(isBefore(day, birthday));
    case 'over':
      return isBefore(birthday, day);
    case 'at_most':
      return not(isBefore(birthday, day));
  }
}

function relation(a: Bounds, b: Bounds): string {
  if (a.low !== undefined && a.low === a.high && a.low === b.low && b.low === b.high) return 'the day of';
  if (isBefore(a, b) === true) return 'before';
  return isBefore(b, a) === true ? 'after' : 'perhaps before, perhaps after';
}
