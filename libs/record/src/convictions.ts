import { textOf } from './cell.ts';
import { parseDojDate } from './doj-date.ts';
import type { Conviction, Count, Cycle, HistoryRow, Step } from './history.ts';

/** Every count of a court step that ended in a conviction, in the order of the history. */
export function convictionsOf(cycles: readonly Cycle[]): Conviction[] {
  const uses = new Map<string, number>();
  const convictions: Conviction[] = [];
  for (const cycle of cycles) {
    const cases = casesConvicted(cycle);
    for (const step of cycle.steps) {
      if (step.kind !== 'court') continue;
      for (const count of step.counts) {
        if (!isConvicted(count) && !(isReduced(count) && !cases.has(caseNumberOf(step, count)))) continue;
        const base = convictionKey(step, count);
        const use = (uses.get(base) ?? 0) + 1;
        uses.set(base, use);
        convictions.push({
          key: use === 1 ? base : `${base}#${use}`,
          cycle,
          step,
          count,
          caseNumber: caseNumberOf(step, count),
          county: step.agency.county,
          date: parseDojDate(textOf(decidingRow(count), 'STP_EVENT_DATE')) ?? step.date,
        });
      }
    }
  }
  return convictions;
}

function isConvicted({ disposition }: Count): boolean {
  return disposition.kind === 'convicted';
}

function isReduced({ dispositions }: Count): boolean {
  return dispositions.some(({ kind }) => kind === 'reduced');
}

/** The cases of a cycle that have their conviction on file: a reduction in one of them is not another conviction. */
function casesConvicted(cycle: Cycle): Set<string> {
  const courts = cycle.steps.filter(({ kind }) => kind === 'court');
  return new Set(courts.flatMap((step) => step.counts.filter(isConvicted).map((count) => caseNumberOf(step, count))));
}

/**
 * Tells the convictions of one person apart, and is the same in every file that has this one: case number, the number of
 * the count within its step, the section convicted of and the date, all as written.
 */
export function convictionKey(step: Step, count: Count): string {
  const section = count.offense.text.split('-', 1)[0]?.trim().replace(/\s+/g, ' ').toUpperCase() ?? '';
  const date = textOf(decidingRow(count), 'STP_EVENT_DATE');
  return [caseNumberOf(step, count), count.order.slice(6, 9), section, date].join('|');
}

/** The row with the disposition that decided the count: a relief on a later row has a date of its own. */
function decidingRow(count: Count): HistoryRow {
  const { line } = count.disposition.cell;
  return count.rows.find((row) => row.line === line) ?? (count.rows[0] as HistoryRow);
}

/** OFN of the count, or of the first count of its step that has one. */
function caseNumberOf(step: Step, count: Count): string {
  const rows = [...count.rows, ...step.counts.flatMap((other) => other.rows)];
  return rows.map((row) => textOf(row, 'OFN')).find((number) => number !== '') ?? '';
}
