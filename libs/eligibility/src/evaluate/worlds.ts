import type { LocalDate } from '@clearance/record';
import { addDays, addYears, localDate } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { boundsOf, known } from '../fact.ts';
import type { Severity, Term } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import { thresholdOf } from '../terms/convicted.ts';
import type { OwnFacts, Subject } from './subject.ts';

/** Which of a conviction's own facts are varied. */
export type Varied = keyof OwnFacts;

/** Days that no date on file lies outside of, for bounds that are open. */
const FIRST = localDate('1850-01-01');
const LAST = localDate('2199-12-31');

/** The own facts by which a term's result changes. A term that is not named here keeps what is known of it. */
export function dependsOn(term: Term): readonly Varied[] {
  switch (term.term) {
    case 'severity':
      return ['severity'];
    case 'agency':
      return ['severity', 'date'];
    case 'convicted':
      return ['date'];
    case 'conviction_free':
      return ['severity', 'date'];
    case 'among_first':
      return ['severity', 'date'];
    case 'age_at_conviction':
      return ['date', 'birth'];
    case 'age_at_offense':
      return ['date', 'birth'];
    case 'age_as_of':
      return ['birth'];
    case 'amount':
      return ['amount'];
    case 'offense':
    case 'only_convictions_in':
    case 'convictions_in':
    case 'has_conviction_in':
    case 'registered':
    case 'sentences':
    case 'sentence_ended':
    case 'deceased':
    case 'case_has':
    case 'open_case':
    case 'relieved':
    case 'county':
    case 'own_county':
    case 'ended_in_conviction':
      return [];
  }
}

/**
 * Ways in which the varied facts could turn out, such that every combination of results that the policy's terms could
 * have is met by one of them: each severity, both sides of each amount, and for dates the ends of what is known and the
 * days around every day at which a comparison turns.
 */
export function* worldsOf(subject: Subject, varied: readonly Varied[], terms: readonly Term[]): Generator<OwnFacts> {
  for (const severity of varied.includes('severity') ? severityValues(subject.severity) : [subject.severity]) {
    for (const date of varied.includes('date') ? dates(subject, terms) : [subject.date]) {
      for (const birth of varied.includes('birth') ? births(subject, date, terms) : [subject.birth]) {
        for (const amount of varied.includes('amount') ? amounts(subject.amount, terms) : [subject.amount]) {
          yield { severity, date, birth, amount };
        }
      }
    }
  }
}

function severityValues(fact: Fact<Severity>): Fact<Severity>[] {
  return fact.state === 'known' ? [fact] : severities.map((severity) => known(severity, fact.cells));
}

function ages(terms: readonly Term[]): number[] {
  const years = terms.flatMap((term) =>
    term.term === 'age_at_conviction' || term.term === 'age_at_offense' ? [term.years] : [],
  );
  return [...new Set(years)];
}

/** Just what each comparison allows, and a little more. */
function amounts(fact: Fact<number>, terms: readonly Term[]): Fact<number>[] {
  const limits = terms.flatMap((term) => (term.term === 'amount' ? [term.grams, term.grams + 0.001] : []));
  return limits.map((grams) => known(grams, fact.cells));
}

function dates(subject: Subject, terms: readonly Term[]): Fact<LocalDate>[] {
  const turns: LocalDate[] = [];
  for (const term of terms) {
    if (term.term === 'convicted') turns.push(thresholdOf(term, subject.asOf));
    if (term.term === 'conviction_free') turns.push(addYears(subject.asOf, -term.years));
    if (term.term === 'agency') turns.push(...subject.routingDays);
    if (term.term === 'among_first') turns.push(...daysOfOthers(subject));
  }
  const birthdays = [...birthTurns(subject, terms), ...ends(subject.birth)];
  for (const years of ages(terms)) turns.push(...birthdays.map((day) => addYears(day, years)));
  return around(subject.date, turns);
}

/** The days at which this conviction would change places with another one. */
function daysOfOthers({ event, person }: Subject): LocalDate[] {
  const others = person.events.filter((other) => other !== event);
  return others.flatMap(({ date }) => (date.state === 'unknown' ? [] : ends(date)));
}

function births(subject: Subject, date: Fact<LocalDate>, terms: readonly Term[]): Fact<LocalDate>[] {
  const turns = birthTurns(subject, terms);
  for (const day of ends(date)) turns.push(...ages(terms).map((years) => addYears(day, -years)));
  return around(subject.birth, turns);
}

function birthTurns(subject: Subject, terms: readonly Term[]): LocalDate[] {
  return terms.flatMap((term) => (term.term === 'age_as_of' ? [addYears(subject.asOf, -term.years)] : []));
}

function ends(fact: Fact<LocalDate>): LocalDate[] {
  const { low = FIRST, high = LAST } = boundsOf(fact);
  return [low, high];
}

/** 29 February moves a turn by a day, so the two days on either side are tried with it. */
const NEIGHBOURS = [-2, -1, 0, 1, 2];

function around(fact: Fact<LocalDate>, turns: readonly LocalDate[]): Fact<LocalDate>[] {
  if (fact.state === 'known') return [fact];
  const [low = FIRST, high = LAST] = ends(fact);
  const days = new Set<LocalDate>([low, high]);
  for (const turn of turns) {
    for (const step of NEIGHBOURS) {
      const day = addDays(turn, step);
      if (day >= low && day <= high) days.add(day);
    }
  }
  return [...days].sort().map((day) => known(day, fact.cells));
}
