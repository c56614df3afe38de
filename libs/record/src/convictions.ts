import { textOf } from './cell.ts';
import { parseDojDate } from './doj-date.ts';
import type { Conviction, Count, Cycle, HistoryRow, Step } from './history.ts';
import { remembering } from './remembering.ts';
import { caseNumberOf, isSettledElsewhere, numberOf } from './same-count.ts';
import { isViolation } from './statute/no-crime.ts';

/** Every count of a court step that ended in a conviction, or may have, in the order of the history. */
export function convictionsOf(cycles: readonly Cycle[]): Conviction[] {
  const uses = new Map<string, number>();
  const convictions: Conviction[] = [];
  for (const cycle of cycles) {
    for (const step of cycle.steps) {
      if (step.kind !== 'court') continue;
      for (const count of step.counts) {
        const caseNumber = caseNumberOf(step, count);
        const written = textOf(decidingRow(count), 'STP_EVENT_DATE');
        const base = keyOf(caseNumber, count, written);
        const use = (uses.get(base) ?? 0) + 1;
        uses.set(base, use);
        const how = howConvicted(cycle, step, count, caseNumber);
        if (how === 'not') continue;
        convictions.push({
          key: use === 1 ? base : `${base}#${use}`,
          certain: how === 'certain',
          cycle,
          step,
          count,
          caseNumber,
          county: step.agency.county,
          date: parseDojDate(written) ?? step.date,
        });
      }
    }
  }
  return convictions;
}

/**
 * Whether a county's prosecutor has to look at a conviction: one of its own courts, or of a court whose county the file
 * does not give. The file is the county's, so that what nobody is named for may be its own, and only a person can tell.
 *
 * @param county as in STP_ORI_CNTY_NAME; blanks around it and case do not matter
 */
export function concernsCounty({ county: court }: Conviction, county: string): boolean {
  return court === '' || court === county.trim().toUpperCase();
}

/** Whether the count is a conviction, by its own words or by its reduction; or nobody can read how it ended. */
function howConvicted(cycle: Cycle, step: Step, count: Count, caseNumber: string): 'certain' | 'perhaps' | 'not' {
  // A person whose probation is revoked is sentenced for the old offense, and convicted of no new one.
  if (isViolation(count.offense)) return 'not';
  if (isConvicted(count)) return 'certain';
  if (!isReduced(count)) return mayBeConvicted(cycle, step, count) ? 'perhaps' : 'not';
  if (isCaseConvicted(cycle, caseNumber)) return 'not';
  return mayCaseBeConvictedBeside(cycle, caseNumber, count) ? 'perhaps' : 'certain';
}

function isConvicted({ disposition }: Count): boolean {
  return disposition.kind === 'convicted';
}

function isReduced({ dispositions }: Count): boolean {
  return dispositions.some(({ kind }) => kind === 'reduced');
}

/** The disposition is blank, or the dictionary does not hold it, and nothing else says how the count ended. */
function mayBeConvicted(cycle: Cycle, step: Step, count: Count): boolean {
  return count.disposition.kind === 'unknown' && !isReduced(count) && !isSettledElsewhere(cycle, step, count);
}

/** A case that has its conviction on file: a reduction in it is not another conviction. */
function isCaseConvicted(cycle: Cycle, caseNumber: string): boolean {
  return cycle.steps.some(
    (step) =>
      step.kind === 'court' &&
      step.counts.some((count) => isConvicted(count) && caseNumberOf(step, count) === caseNumber),
  );
}

/** Another count of the case may be what was reduced: nobody can read how it ended. */
function mayCaseBeConvictedBeside(cycle: Cycle, caseNumber: string, reduced: Count): boolean {
  return cycle.steps.some(
    (step) =>
      step.kind === 'court' &&
      step.counts.some(
        (count) => count !== reduced && caseNumberOf(step, count) === caseNumber && mayBeConvicted(cycle, step, count),
      ),
  );
}

/**
 * Tells the convictions of one person apart, and is the same in every file that has this one: case number, the number of
 * the count within its step, the section convicted of and the date, all as written.
 */
export function convictionKey(step: Step, count: Count): string {
  return keyOf(caseNumberOf(step, count), count, textOf(decidingRow(count), 'STP_EVENT_DATE'));
}

function keyOf(caseNumber: string, count: Count, date: string): string {
  return `${caseNumber}|${numberOf(count)}|${writtenSection(count.offense.text)}|${date}`;
}

const writtenSection = remembering((offense: string) =>
  (offense.split('-', 1)[0] ?? '').trim().replace(/\s+/g, ' ').toUpperCase(),
);

/** The row with the disposition that decided the count: a relief on a later row has a date of its own. */
function decidingRow(count: Count): HistoryRow {
  const { line } = count.disposition.cell;
  return count.rows.find((row) => row.line === line) ?? (count.rows[0] as HistoryRow);
}
