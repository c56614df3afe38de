import type { Count, OffenseText } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import { matchOffense } from '../lists/match.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { CaseHasTerm } from '../policy/term.ts';
import { every, not, some } from '../truth.ts';
import type { Missing, TermCheck } from './check.ts';
import { listNamed, open, settled } from './check.ts';

/** An offense that stands beside this conviction in its case. */
interface Beside {
  readonly offense: OffenseText;
  /** Unknown where it may be no conviction, and where only a comment names it. */
  readonly counts: Truth;
}

export const caseHas: TermCheck<CaseHasTerm> = (term, subject, lists) => {
  const list = listNamed(lists, term.list);
  const beside = term.counts === 'convicted' ? convictions(subject) : charges(subject, term.counts);
  const found = beside.map((each) => ({ each, result: every([each.counts, isMeant(term, list, each, subject)]) }));
  const result = some(found.map((one) => one.result));
  const decisive = found.filter((one) => one.result === result).map((one) => one.each.offense);
  const value = beside.length === 0 ? 'nothing else' : decisive.map(({ text }) => text || 'not given').join('; ');
  if (result !== 'unknown')
    return settled(
      result,
      value,
      decisive.map(({ cell }) => cell),
    );
  const missing = decisive.map(({ cell, text }): Missing => ({
    fact: 'other_charges',
    why: `whether "${text}" is one is not known`,
    cells: [cell],
  }));
  return open(value, missing);
};

function isMeant(term: CaseHasTerm, list: StatuteList, { offense }: Beside, subject: Subject): Truth {
  const { result } = matchOffense(list, offense, subject.date);
  return term.offense === 'in' ? result : not(result);
}

function convictions({ event, person }: Subject): Beside[] {
  return person.events
    .filter((other) => other !== event && other.caseKey === event.caseKey)
    .map(({ convicted, count }) => ({
      offense: count.offense,
      counts: convicted.state === 'known' ? true : 'unknown',
    }));
}

/**
 * Every other count of the court case, whatever became of it, and what this one was charged as before a plea; asked for
 * `arrested`, the same of the whole cycle: a cannabis charge that the prosecutor dropped stands in the arrest alone.
 */
function charges({ event, person }: Subject, counts: 'charged' | 'arrested'): Beside[] {
  const beside: Beside[] = [];
  const add = (count: Count) => {
    // A later step of the case repeats the count; before a plea it may have been another offense.
    const isOwn = count.order.slice(6, 9) === event.count.order.slice(6, 9);
    if (!isOwn || count.charged !== count.offense) beside.push({ offense: count.charged, counts: true });
    if (count.commentCharges) beside.push({ offense: count.commentCharges, counts: 'unknown' });
  };
  for (const placed of person.history.courtCounts) {
    if (event.isOfCase(placed)) add(placed.count);
    else if (counts === 'arrested' && placed.cycle === event.cycle) addCharges(placed.count, beside);
  }
  if (counts === 'arrested') {
    for (const step of event.cycle.steps) {
      if (step.kind === 'arrest') for (const count of step.counts) addCharges(count, beside);
    }
  }
  return beside;
}

/** The charge of an arrest, or of a court step that may be of another case: both are beside this conviction. */
function addCharges({ charged, commentCharges }: Count, beside: Beside[]): void {
  beside.push({ offense: charged, counts: true });
  if (commentCharges) beside.push({ offense: commentCharges, counts: 'unknown' });
}
