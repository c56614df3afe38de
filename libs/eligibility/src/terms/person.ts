import type { LocalDate } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import { boundsOf, isBefore, rangeText } from '../fact.ts';
import type { Registration } from '../facts/registration.ts';
import type { DeceasedTerm, RegisteredTerm, SentencesTerm } from '../policy/term.ts';
import { every, not } from '../truth.ts';
import type { Check, Lists, Missing, TermKind } from './check.ts';
import { listNamed, open, settled } from './check.ts';
import { about, counts, finding, nameOf } from './past.ts';

export const deceased: TermKind<DeceasedTerm> = {
  label: (_term, negated) => `the person is ${negated ? 'not ' : ''}recorded as deceased`,
  check(_term, { person }) {
    const fact = person.deceased;
    const result = fact.state === 'known' && fact.value;
    return settled(result, result ? 'deceased' : 'no such entry', fact.cells);
  },
};

export const sentences: TermKind<SentencesTerm> = {
  label: (term, negated) =>
    (term.are === 'complete') === negated ? 'a sentence is still being served' : 'every sentence on record is complete',
  check(term, subject) {
    const complete = allComplete(subject);
    return term.are === 'complete' ? complete : { ...complete, result: not(complete.result) };
  },
};

function allComplete(subject: Subject): Check {
  const { asOf, person } = subject;
  const missing: Missing[] = [];
  let last: LocalDate | undefined;
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
      if (last === undefined || high > last) last = high;
      continue;
    }
    const why = end.state === 'known' ? 'whether it still stands is not known' : end.why;
    missing.push(...standing.missing, about(subject, event, 'sentence', { why, cells: end.cells }));
  }
  if (missing.length > 0) return open('not every end is known', missing);
  return settled(true, last ? `the last ended by ${last}` : 'none on record', []);
}

export const registered: TermKind<RegisteredTerm> = {
  label: (term, negated) =>
    `the person is ${negated ? 'not ' : ''}registered under PC 290${term.when === 'before' ? ' since before this conviction' : ''}`,
  check(term, subject, lists) {
    const found = subject.person.registrations;
    if (found.length === 0) return settled(false, 'no such entry', []);
    const results = found.map((each) => ({ each, result: counted(term, each, subject, lists) }));
    const sure = results.find(({ result }) => result === true);
    if (sure) return settled(true, sure.each.text, sure.each.cells);
    const vague = results.filter(({ result }) => result === 'unknown');
    if (vague.length === 0)
      return settled(
        false,
        'later than this conviction',
        results.flatMap(({ each }) => each.cells),
      );
    return open(
      vague.map(({ each }) => each.text).join('; '),
      vague.map(({ each }) => ({ fact: 'registration', why: whyVague(each), cells: each.cells })),
    );
  },
};

function whyVague(registration: Registration): string {
  return registration.under290 === 'unknown'
    ? 'whether the registration is under PC 290 cannot be read'
    : 'when the offense behind the registration was committed is not known';
}

/** A registration that came later is explained by a later listed conviction; otherwise what it is for is unknown. */
function counted(term: RegisteredTerm, registration: Registration, subject: Subject, lists: Lists): Truth {
  if (term.when === 'ever') return registration.under290;
  const earlier = isBefore(boundsOf(registration.date), boundsOf(subject.date));
  if (earlier === true) return registration.under290;
  const list = listNamed(lists, term.list);
  const explained = subject.person.events.some(
    (event) =>
      event.matches(list).result === true &&
      event.convicted.state === 'known' &&
      isBefore(boundsOf(subject.dateOf(event)), boundsOf(subject.date)) === false,
  );
  return explained && earlier === false ? false : every([registration.under290, 'unknown']);
}
