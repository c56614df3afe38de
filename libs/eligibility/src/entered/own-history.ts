import type { Conviction, Cycle, History, HistoryRow } from '@clearance/record';

import type { EnteredFacts } from './entered-facts.ts';

/** The parts of a history that are the person's own, and the convictions that somebody said are another person's. */
export interface OwnHistory {
  readonly own: History;
  readonly disowned: ReadonlySet<Conviction>;
}

const NOBODY: ReadonlySet<Conviction> = new Set();

/**
 * The history without what was said to be another person's: a count with its rows, or a whole cycle with everything in it.
 * The convictions stay in the history, so that each of them goes to a person.
 */
export function ownHistory(history: History, entered: EnteredFacts): OwnHistory {
  const facts = entered.of('not_same_person');
  if (facts.length === 0) return { own: history, disowned: NOBODY };
  const disowned = new Set<Conviction>();
  const cycles = new Set<Cycle>();
  for (const { conviction: key, scope } of facts) {
    const conviction = history.convictions.find((each) => each.key === key);
    if (!conviction) continue;
    disowned.add(conviction);
    if (scope === 'cycle') cycles.add(conviction.cycle);
  }
  for (const conviction of history.convictions) if (cycles.has(conviction.cycle)) disowned.add(conviction);
  const rows = new Set<HistoryRow>();
  for (const { count } of disowned) for (const row of count.rows) rows.add(row);
  for (const { steps } of cycles) {
    for (const step of steps) for (const count of step.counts) for (const row of count.rows) rows.add(row);
  }
  const own = {
    ...history,
    rows: history.rows.filter((row) => !rows.has(row)),
    cycles: history.cycles.filter((cycle) => !cycles.has(cycle)),
  };
  return { own, disowned };
}
