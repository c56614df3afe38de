import type { CellRef } from '@clearance/record';

import type { AgencyTerm, CountyTerm, OffenseTerm, RelievedTerm, SeverityTerm } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import type { TermKind } from './check.ts';
import { listNamed, missingOf, open, settled } from './check.ts';

export const offense: TermKind<OffenseTerm> = {
  label: (term, negated, lists) =>
    `the offense is ${negated ? 'none' : 'one'} of the ${listNamed(lists, term.in).title}`,
  check(term, { event }, lists) {
    const match = event.matches(listNamed(lists, term.in));
    const value = event.count.offense.text === '' ? 'not given' : event.count.offense.text;
    if (match.result !== 'unknown') return settled(match.result, value, event.offenseCells);
    return open(value, [{ fact: 'offense', why: match.why ?? 'it cannot be read', cells: event.offenseCells }]);
  },
};

export const severity: TermKind<SeverityTerm> = {
  label(term, negated) {
    const classes = negated ? severities.filter((each) => !term.is.includes(each)) : term.is;
    return `the conviction is a ${classes.join(' or ')}`.replace('a infraction', 'an infraction');
  },
  check(term, subject) {
    const fact = subject.severity;
    if (fact.state === 'known') return settled(term.is.includes(fact.value), fact.value, fact.cells);
    if (severities.every((each) => term.is.includes(each))) return settled(true, 'unknown', fact.cells);
    return open('unknown', missingOf('severity', fact));
  },
};

export const agency: TermKind<AgencyTerm> = {
  label: (term, negated) => `it is ${negated ? 'not ' : ''}prosecuted by ${agencyWords(term.in)}`,
  inFull: (term, negated) => `it is ${negated ? 'not ' : ''}prosecuted by one of ${term.in.join(', ')}`,
  check(term, subject) {
    const fact = subject.agency;
    if (fact.state === 'known') return settled(term.in.includes(fact.value), fact.value, fact.cells);
    return open('unknown', missingOf('agency', fact));
  },
};

/** A long list would stand in every trace: the policy has the names. */
function agencyWords(names: readonly string[]): string {
  const [first = '', ...others] = names;
  return others.length < 3 ? names.join(' or ') : `${first} or ${others.length} other agencies that the policy names`;
}

export const relieved: TermKind<RelievedTerm> = {
  label(term, negated) {
    if (term.how === 'ended') return negated ? 'the conviction still stands' : 'the conviction no longer stands';
    return negated ? 'the conviction was not reduced' : 'the conviction was reduced';
  },
  check(term, { event }) {
    const fact = event.relief;
    if (term.how === 'ended' && event.convicted.state !== 'known') {
      return open('unknown', missingOf('disposition', event.convicted));
    }
    if (fact.state !== 'known') return open('unknown', missingOf('relief', fact));
    const value = fact.value.how === 'none' ? 'no later disposition' : fact.value.text;
    return settled(fact.value.how === term.how, value, fact.cells);
  },
};

export const county: TermKind<CountyTerm> = {
  label: (term, negated) => `it is a conviction ${negated ? 'outside' : 'of'} ${term.in.join(', ')}`,
  check(term, { county: name, event }) {
    const cells: CellRef[] = [{ line: event.row.line, column: 'STP_ORI_CNTY_NAME' }];
    return settled(term.in.includes(name), name, cells);
  },
};
