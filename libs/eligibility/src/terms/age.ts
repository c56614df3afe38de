import type { LocalDate } from '@clearance/record';
import { addYears } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Bounds, Fact } from '../fact.ts';
import { boundsOf, dateText, isBefore, known, rangeText } from '../fact.ts';
import type { AgeAsOfTerm, AgeAtConvictionTerm, AgeComparator } from '../policy/term.ts';
import { not } from '../truth.ts';
import type { Check, TermKind } from './check.ts';
import { missingOf, open, settled } from './check.ts';

export const ageAtConviction: TermKind<AgeAtConvictionTerm> = {
  label: (term, negated) => `the person was ${ageWords(term.compare, term.years, negated)} at conviction`,
  check: (term, subject) =>
    compareAge(term.compare, term.years, subject.birth, subject.date, 'conviction', [
      ...missingOf('birth_date', subject.birth),
      ...missingOf('conviction_date', subject.date),
    ]),
};

export const ageAsOf: TermKind<AgeAsOfTerm> = {
  label: (term, negated) => `the person is ${ageWords(term.compare, term.years, negated)} on the as-of date`,
  check: (term, subject) =>
    compareAge(
      term.compare,
      term.years,
      subject.birth,
      known(subject.asOf, []),
      'as-of',
      missingOf('birth_date', subject.birth),
    ),
};

const OPPOSITE: Readonly<Record<AgeComparator, AgeComparator>> = {
  under: 'at_least',
  at_least: 'under',
  at_most: 'over',
  over: 'at_most',
};

const WORDS: Readonly<Record<AgeComparator, (years: number) => string>> = {
  under: (years) => `under ${years}`,
  at_least: (years) => `${years} or older`,
  at_most: (years) => `not past the birthday of ${years}`,
  over: (years) => `past the birthday of ${years}`,
};

function ageWords(compare: AgeComparator, years: number, negated: boolean): string {
  return WORDS[negated ? OPPOSITE[compare] : compare](years);
}

function compareAge(
  compare: AgeComparator,
  years: number,
  birth: Fact<LocalDate>,
  day: Fact<LocalDate>,
  dayName: string,
  missing: Check['missing'],
): Check {
  const born = boundsOf(birth);
  const birthday = { low: born.low && addYears(born.low, years), high: born.high && addYears(born.high, years) };
  const days = boundsOf(day);
  const result = compareDays(compare, birthday, days);
  const cells = [...birth.cells, ...day.cells];
  const value = dayName === 'as-of' ? `born ${dateText(birth)}` : `born ${dateText(birth)}, convicted ${dateText(day)}`;
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
