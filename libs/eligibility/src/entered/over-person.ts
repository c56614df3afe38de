import type { HistoryRow, LocalDate } from '@clearance/record';
import { parseDojDate, textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import type { EnteredFacts } from './entered-facts.ts';
import { comparingDates } from './entered-facts.ts';

/**
 * The birth date, by the file and by what people entered. Where rows give different dates, what was entered has to be
 * one of them: that settles which row is right.
 *
 * @param rows where nothing is to be held against them, none
 */
export function birthWith(entered: EnteredFacts, file: Fact<LocalDate>, rows: readonly HistoryRow[]): Fact<LocalDate> {
  const facts = entered.of('birth_date');
  if (facts.length === 0) return file;
  const ranges = [...new Set(rows.map((row) => textOf(row, 'PRI_DOB')))].flatMap((text) => parseDojDate(text) ?? []);
  const isSaid = (day: LocalDate) => ranges.some(({ earliest, latest }) => day >= earliest && day <= latest);
  return entered.over(file, facts, ({ date }) => date, {
    ...comparingDates,
    isSaid: ranges.length > 1 ? isSaid : undefined,
  });
}
