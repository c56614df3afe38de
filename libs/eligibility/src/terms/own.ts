import type { Fact } from '../fact.ts';
import type {
  AgencyTerm,
  AmountTerm,
  CountyTerm,
  EndedInConvictionTerm,
  OffenseTerm,
  OwnCountyTerm,
  RelievedTerm,
  SeverityTerm,
} from '../policy/term.ts';
import { contradiction } from '../lists/match.ts';
import { severities } from '../policy/term.ts';
import type { Check, TermCheck } from './check.ts';
import { listNamed, missingOf, open, settled } from './check.ts';

export const offense: TermCheck<OffenseTerm> = (term, { event }, lists) => {
  const match = event.matches(listNamed(lists, term.in));
  const { contradicted, text } = event.count.offense;
  const value = text === '' ? 'not given' : text;
  if (contradicted && match.result === true) {
    // Either would be in the list; but which of the two an order should name, only a person can tell.
    return open(value, [
      { fact: 'offense', why: contradiction(event.count.offense, contradicted), cells: event.offenseCells },
    ]);
  }
  if (match.result !== 'unknown') return settled(match.result, value, event.offenseCells);
  return open(value, [{ fact: 'offense', why: match.why ?? 'it cannot be read', cells: event.offenseCells }]);
};

export const severity: TermCheck<SeverityTerm> = (term, subject) => {
  const fact = subject.severity;
  if (fact.state === 'known') return settled(term.is.includes(fact.value), fact.value, fact.cells);
  if (severities.every((each) => term.is.includes(each))) return settled(true, 'unknown', fact.cells);
  return open('unknown', missingOf('severity', fact));
};

export const agency: TermCheck<AgencyTerm> = (term, subject) => {
  const fact = subject.agency;
  if (fact.state === 'known') return settled(term.in.includes(fact.value), fact.value, fact.cells);
  return open('unknown', missingOf('agency', fact));
};

export const amount: TermCheck<AmountTerm> = (term, { amount: fact }) => {
  if (fact.state !== 'known') return open('unknown', missingOf('amount', fact));
  const isAtMost = fact.value <= term.grams;
  return settled((term.compare === 'at_most') === isAtMost, `${fact.value} grams`, fact.cells);
};

export const relieved: TermCheck<RelievedTerm> = (term, { event }) => {
  const fact = event.relief;
  if (fact.state !== 'known') return open('unknown', missingOf('relief', fact));
  const { erased, how, text } = fact.value;
  const value = how === 'none' ? 'no later disposition' : text;
  if (term.how === 'ended' || term.how === 'reduced') return settled(how === term.how, value, fact.cells);
  if (!erased) return settled(false, value, fact.cells);
  if (erased.state !== 'known') return open(value, missingOf('relief', erased));
  const didMore = erased.value !== '';
  return settled(didMore === (term.how === 'erased'), didMore ? erased.value : value, erased.cells);
};

export const county: TermCheck<CountyTerm> = (term, { event }) => checkCounty(event.courtCounty, term.in);

export const ownCounty: TermCheck<OwnCountyTerm> = (_term, { county: name, event }) =>
  checkCounty(event.courtCounty, [name]);

function checkCounty(court: Fact<string>, names: readonly string[]): Check {
  if (court.state !== 'known') return open('unknown', missingOf('county', court));
  return settled(names.includes(court.value), court.value, court.cells);
}

export const endedInConviction: TermCheck<EndedInConvictionTerm> = (_term, { event }) => {
  const { convicted, count, disowned, notConvicted } = event;
  const value = count.disposition.text === '' ? 'no disposition' : count.disposition.text;
  if (disowned) return open(value, [{ fact: 'identity', why: "it was said to be another person's", cells: disowned }]);
  if (notConvicted) return settled(false, value, notConvicted);
  return convicted.state === 'known'
    ? settled(true, value, convicted.cells)
    : open(value, missingOf('disposition', convicted));
};
