import type { History, LocalDate } from '@clearance/record';
import { concernsCounty } from '@clearance/record';

import type { Determination, UnknownFact } from '../determination.ts';
import { cellTexts } from '../fact.ts';
import { personOf } from '../facts/person.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { routingOf } from '../routing/shipped.ts';
import type { Missing } from '../terms/check.ts';
import { missingOf } from '../terms/check.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Decision } from './decide.ts';
import { Checks, decide } from './decide.ts';
import { isCertain, rulingOf } from './ruling.ts';
import { Subject } from './subject.ts';

/** Whose convictions, as of when, and who prosecutes there. */
export interface EvaluationContext {
  /** As in STP_ORI_CNTY_NAME; blanks around it and case do not matter. */
  readonly county: string;
  readonly asOf: LocalDate;
  /** The county's own routing table instead of the one shipped for it. */
  readonly routing?: RoutingTable;
}

/** What was decided of one conviction, with all that it was decided on. */
export interface Judged {
  readonly subject: Subject;
  readonly checks: Checks;
  readonly decision: Decision;
  readonly verdict: Verdict;
}

/** Every conviction that concerns the county, in the order of the history. */
export function subjectsOf(history: History, context: EvaluationContext): Subject[] {
  const county = context.county.trim().toUpperCase();
  const own = history.convictions.filter((conviction) => concernsCounty(conviction, county));
  if (own.length === 0) return [];
  const person = personOf(history);
  const where = { asOf: context.asOf, county, routing: context.routing ?? routingOf(county) };
  return own.map((conviction) => {
    const event = person.eventOf(conviction);
    const { amount, date, severity } = event;
    return new Subject(person, event, where, { severity, date, birth: person.birth, amount });
  });
}

/** Decides one conviction, and says why. The trace is not written out yet. */
export function judge(subject: Subject, compiled: CompiledPolicy): Judged {
  const checks = new Checks(compiled, subject);
  const decision = decide(compiled, checks, subject);
  return { subject, checks, decision, verdict: verdictOf(decision, checks, subject, compiled) };
}

/** The part of a determination that says what is to happen, and by what law. */
export type Verdict = Pick<
  Determination,
  'outcome' | 'ruleId' | 'reason' | 'agency' | 'order' | 'legalBasis' | 'citation' | 'unknownFacts'
>;

function verdictOf(decision: Decision, checks: Checks, subject: Subject, compiled: CompiledPolicy): Verdict {
  const ruling = rulingOf(decision, subject);
  const { rule, ...standing } = ruling;
  if (standing.ruleId === 'undecided') {
    const open = decision.open.flatMap((index) => checks.check(index).missing);
    const missing = [...(decision.deciding.length === 0 ? open : unreferred(rule, subject)), ...unreadRows(subject)];
    const verdict = undecided(missing, rule, compiled);
    const isJuvenile = subject.event.adjudicated && compiled.policy.jurisdiction === 'CA';
    return isJuvenile ? { ...verdict, ...JUVENILE } : verdict;
  }
  const titles = isCertain(rule, decision) ? [rule.title] : decision.deciding.map(({ title }) => title);
  const reason = titles.length === 1 ? rule.title : `Whichever applies: ${titles.join(' ')}`;
  return { ...standing, reason, legalBasis: rule.legalBasis, citation: rule.cite, unknownFacts: [] };
}

/** Relief for what a juvenile court found, on petition, and the sealing of its records. */
const JUVENILE = { legalBasis: 'HS 11361.8(m)', citation: 'HS 11361.8(m); WIC 203, 602, 781, 786' };

function unreferred(rule: CompiledRule, subject: Subject): Missing[] {
  return rule.then.outcome === 'refer' && rule.then.agency === undefined ? missingOf('agency', subject.agency) : [];
}

/** As many lines as a reason names. */
const MOST_NAMED = 5;

function unreadRows({ person: { history } }: Subject): Missing[] {
  const { unread } = history;
  if (unread.length === 0) return [];
  const named = unread.slice(0, MOST_NAMED).map(({ line }) => line);
  const more = unread.length > named.length ? ` and ${unread.length - named.length} more` : '';
  const [rows, say] = unread.length === 1 ? ['row', 'it says'] : ['rows', 'they say'];
  const why = `${rows} ${named.join(', ')}${more} of the file could not be read: what ${say} of other convictions is unknown`;
  return [{ fact: 'unread_row', why, cells: [] }];
}

const ASKED: Readonly<Record<Missing['fact'], string>> = {
  offense: 'the offense',
  severity: 'the severity',
  conviction_date: 'the conviction date',
  birth_date: 'the birth date',
  disposition: 'the disposition',
  county: 'which county the court is of',
  relief: 'whether it was already relieved',
  sentence: 'when the sentence ends',
  agency: 'who prosecutes',
  registration: 'what the registration is for',
  other_convictions: "the person's other convictions",
  offense_date: 'when the offense was committed',
  amount: 'the amount',
  other_charges: 'the other charges of the case',
  open_case: 'whether a case is still open',
  identity: "whether the conviction is this person's",
  unread_row: 'what a row that could not be read says',
};

/** A fact that may be missing, in words: what somebody is asked for. */
export const missingFactText = (fact: string): string =>
  (ASKED as Readonly<Record<string, string>>)[fact] ?? fact.replaceAll('_', ' ');

function undecided(missing: readonly Missing[], rule: CompiledRule, compiled: CompiledPolicy): Verdict {
  const facts: UnknownFact[] = [];
  for (const { fact, why, cells, of } of missing) {
    if (facts.some((known) => known.fact === fact && known.why === why)) continue;
    facts.push({ fact, why, cells: cellTexts(cells), ...(of ? { of } : {}) });
  }
  const names = [...new Set(facts.map(({ fact }) => ASKED[fact]))];
  return {
    outcome: 'needs_review',
    ruleId: 'undecided',
    reason: `Not known: ${names.join('; ')}.`,
    legalBasis: compiled.policy.legalBasis,
    citation: rule.cite,
    unknownFacts: facts,
  };
}
