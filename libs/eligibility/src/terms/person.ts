import type { Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import { boundsOf, isBefore } from '../fact.ts';
import type { Registration } from '../facts/registration.ts';
import type { DeceasedTerm, OpenCaseTerm, RegisteredTerm } from '../policy/term.ts';
import { every } from '../truth.ts';
import type { Lists, TermCheck } from './check.ts';
import { listNamed, missingOf, open, settled } from './check.ts';

export const deceased: TermCheck<DeceasedTerm> = (_term, { person }) => {
  const fact = person.deceased;
  const result = fact.state === 'known' && fact.value;
  return settled(result, result ? 'deceased' : 'no such entry', fact.cells);
};

export const openCase: TermCheck<OpenCaseTerm> = (_term, { person }) => {
  const { open: fact } = person;
  if (fact.state !== 'known') return open('perhaps', missingOf('open_case', fact));
  return settled(fact.value !== '', fact.value === '' ? 'none on record' : fact.value, fact.cells);
};

export const registered: TermCheck<RegisteredTerm> = (term, subject, lists) => {
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
