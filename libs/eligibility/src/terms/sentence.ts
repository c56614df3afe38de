import type { CellRef, LocalDate } from '@clearance/record';
import { addYears } from '@clearance/record';

import type { Subject } from '../evaluate/subject.ts';
import type { Fact } from '../fact.ts';
import { boundsOf, isBefore, rangeText } from '../fact.ts';
import type { SentenceEndedTerm, SentencesTerm } from '../policy/term.ts';
import { not } from '../truth.ts';
import type { Check, Missing, TermCheck } from './check.ts';
import { missingOf, open, settled } from './check.ts';
import { about, counts, finding, nameOf } from './past.ts';

export const sentences: TermCheck<SentencesTerm> = (term, subject) => {
  const complete = term.of === 'this_conviction' ? ownComplete(subject) : allComplete(subject);
  return term.are === 'complete' ? complete : { ...complete, result: not(complete.result) };
};

export const sentenceEnded: TermCheck<SentenceEndedTerm> = (term, subject) => {
  const { asOf, event, person } = subject;
  const end = term.parts === 'prison' ? person.prisonEndOf(event) : person.sentenceEndOf(event);
  return endedBy(end, addYears(asOf, -term.years), `as-of ${asOf} − ${term.years} years`);
};

function ownComplete({ asOf, event, person }: Subject): Check {
  return endedBy(person.sentenceEndOf(event), asOf, 'as-of');
}

/** Whether a sentence had ended on a day. */
function endedBy(end: Fact<LocalDate>, day: LocalDate, dayName: string): Check {
  const bounds = boundsOf(end);
  const result = not(isBefore({ low: day, high: day }, bounds));
  const value = end.state === 'unknown' ? 'unknown' : `ends ${rangeText(bounds)}`;
  if (result === 'unknown') return open(value, missingOf('sentence', end));
  const arithmetic = `ends ${rangeText(bounds)}, ${result ? 'not after' : 'after'} ${dayName} = ${day}`;
  return settled(result, value, end.cells, arithmetic);
}

function allComplete(subject: Subject): Check {
  const { asOf, person } = subject;
  const missing: Missing[] = [];
  let last: { readonly day: LocalDate; readonly cells: readonly CellRef[] } | undefined;
  for (const event of person.events) {
    const standing = finding(event, counts(subject, event));
    if (standing.result === false) continue;
    const end = person.sentenceEndOf(event);
    const { low, high } = boundsOf(end);
    if (standing.result === true && low !== undefined && low > asOf) {
      const arithmetic = `sentence of ${nameOf(event)} ends ${rangeText({ low, high })}, after as-of ${asOf}`;
      return settled(false, `ends ${rangeText({ low, high })}`, end.cells, arithmetic);
    }
    if (high !== undefined && high <= asOf) {
      if (last === undefined || high > last.day) last = { day: high, cells: end.cells };
      continue;
    }
    const why = end.state === 'known' ? 'whether it still stands is not known' : end.why;
    missing.push(...standing.missing, about(subject, event, 'sentence', { why, cells: end.cells }));
  }
  if (missing.length > 0) return open('not every end is known', missing);
  return settled(true, last ? `the last ended by ${last.day}` : 'none on record', last?.cells ?? []);
}
