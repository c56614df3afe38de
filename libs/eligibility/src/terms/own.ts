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
import { severities } from '../policy/term.ts';
import type { Check, TermCheck } from './check.ts';
import { listNamed, missingOf, open, settled } from './check.ts';

export const offense: TermCheck<OffenseTerm> = (term, { event }, lists) => {
  const match = event.matches(listNamed(lists, term.in));
  const value = event.count.offense.text === '' ? 'not given' : event.count.offense.text;
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
  const { further, how, setAside = false, text } = fact.value;
  const value = how === 'none' ? 'no later disposition' : text;
  if (term.how === 'ended' || term.how === 'reduced') return settled(how === term.how, value, fact.cells);
  if (how !== 'ended') return settled(false, value, fact.cells);
  if (further) return open(value, [{ fact: 'relief', ...further }]);
  return settled(setAside === (term.how === 'set_aside'), value, fact.cells);
};

export const county: TermCheck<CountyTerm> = (term, { event }) => checkCounty(event.courtCounty, term.in);

export const ownCounty: TermCheck<OwnCountyTerm> = (_term, { county: name, event }) =>
  checkCounty(event.courtCounty, [name]);

function checkCounty(court: Fact<string>, names: readonly string[]): Check {
  if (court.state !== 'known') return open('unknown', missingOf('county', court));
  return settled(names.includes(court.value), court.value, court.cells);
}

export const endedInConviction: TermCheck<EndedInConvictionTerm> = (_term, { event: { convicted, count } }) => {
  const value = count.disposition.text === '' ? 'no disposition' : count.disposition.text;
  return convicted.state === 'known'
    ? settled(true, value, convicted.cells)
    : open(value, missingOf('disposition', convicted));
};
