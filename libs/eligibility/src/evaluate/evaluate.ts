import type { Conviction, History, LocalDate } from '@clearance/record';

import { canonicalJson } from '../canonical.ts';
import type { Determination, Outcome, UnknownFact } from '../determination.ts';
import { cellTexts } from '../fact.ts';
import { Person } from '../facts/person.ts';
import type { Policy } from '../policy/policy.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { routingOf } from '../routing/shipped.ts';
import { listNamed } from '../terms/check.ts';
import type { Missing } from '../terms/check.ts';
import { missingOf } from '../terms/check.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import { compilePolicy } from './compile.ts';
import type { Decision } from './decide.ts';
import { Checks, decide } from './decide.ts';
import { displayFacts } from './display.ts';
import { flagsOf } from './flags.ts';
import { Subject } from './subject.ts';
import { traceOf } from './trace.ts';
import { wouldQualifyIf } from './would-qualify.ts';

/** Whose convictions, as of when, and who prosecutes there. */
export interface EvaluationContext {
  /** As in STP_ORI_CNTY_NAME; blanks around it and case do not matter. */
  readonly county: string;
  readonly asOf: LocalDate;
  /** The county's own routing table instead of the one shipped for it. */
  readonly routing?: RoutingTable;
}

/**
 * Determines every conviction of the county in one person's history, in file order: pure, and for ever the same for the
 * same history, policy, as-of date and routing table. Convictions in other counties count as facts only.
 *
 * @param policy a policy as `validatePolicy` returns it
 * @throws RangeError when the policy names a list that it does not have
 */
export function evaluate(history: History, policy: Policy, context: EvaluationContext): Determination[] {
  const county = context.county.trim().toUpperCase();
  const own = history.convictions.filter((conviction) => conviction.county === county);
  if (own.length === 0) return [];
  const person = new Person(history);
  const compiled = compilePolicy(policy, context.asOf);
  const routing = context.routing ?? routingOf(county);
  return own.map((conviction) => determine(conviction, person, compiled, { asOf: context.asOf, county, routing }));
}

/** A determination as the bytes that are stored, hashed and compared: canonical JSON. */
export function traceBytes(determination: Determination): string {
  return canonicalJson(determination);
}

function determine(
  conviction: Conviction,
  person: Person,
  compiled: CompiledPolicy,
  context: { county: string; asOf: LocalDate; routing: RoutingTable | undefined },
): Determination {
  const event = person.eventOf(conviction);
  const subject = new Subject(person, event, context, {
    severity: event.severity,
    date: event.date,
    birth: person.birth,
  });
  const checks = new Checks(compiled, subject);
  const decision = decide(compiled, checks, subject);
  const verdict = verdictOf(decision, checks, subject, compiled);
  const relief: readonly Outcome[] = ['dismiss', 'reduce', 'out_of_scope'];
  const nearest = relief.includes(verdict.outcome) ? [] : wouldQualifyIf(compiled, checks);
  const { policy } = compiled;
  return {
    convictionKey: conviction.key,
    ...verdict,
    flags: flagsOf(subject),
    facts: displayFacts(subject, listNamed(policy.lists, policy.scope.statutes)),
    trace: traceOf(compiled, decision, checks, subject),
    ...(nearest.length > 0 ? { wouldQualifyIf: nearest } : {}),
  };
}

type Verdict = Pick<
  Determination,
  'outcome' | 'ruleId' | 'reason' | 'agency' | 'legalBasis' | 'citation' | 'unknownFacts'
>;

function verdictOf(decision: Decision, checks: Checks, subject: Subject, compiled: CompiledPolicy): Verdict {
  const { deciding, first, open, tried } = decision;
  const [earliest] = deciding;
  if (!earliest)
    return undecided(
      open.flatMap((index) => checks.check(index).missing),
      first,
      compiled,
    );
  // The last rule tried holds for certain, unless it is the otherwise, which says that none of the others does.
  const certain = deciding.find((rule) => rule.id !== 'otherwise' && rule === tried.at(-1)?.rule);
  const rule = certain ?? earliest;
  const titles = certain ? [certain.title] : deciding.map(({ title }) => title);
  const reason = titles.length === 1 ? rule.title : `Whichever applies: ${titles.join(' ')}`;
  const { outcome } = rule.then;
  const basics = { outcome, ruleId: rule.id, reason };
  const law = { legalBasis: rule.legalBasis, citation: rule.cite, unknownFacts: [] };
  if (outcome !== 'refer') return { ...basics, ...law };
  if (rule.then.agency !== undefined) return { ...basics, agency: rule.then.agency, ...law };
  const { agency } = subject;
  if (agency.state !== 'known') return undecided(missingOf('agency', agency), rule, compiled);
  return { ...basics, agency: agency.value, ...law };
}

const ASKED: Readonly<Record<Missing['fact'], string>> = {
  offense: 'the offense',
  severity: 'the severity',
  conviction_date: 'the conviction date',
  birth_date: 'the birth date',
  disposition: 'the disposition',
  relief: 'whether it was already relieved',
  sentence: 'when the sentence ends',
  agency: 'who prosecutes',
  registration: 'what the registration is for',
  other_convictions: "the person's other convictions",
};

function undecided(missing: readonly Missing[], rule: CompiledRule, compiled: CompiledPolicy): Verdict {
  const facts: UnknownFact[] = [];
  for (const { fact, why, cells } of missing) {
    if (facts.some((known) => known.fact === fact && known.why === why)) continue;
    facts.push({ fact, why, cells: cellTexts(cells) });
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
