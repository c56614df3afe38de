import type { History, LocalDate } from '@clearance/record';
import { addYears } from '@clearance/record';

import type { Determination } from '../determination.ts';
import type { EvaluationContext } from '../evaluate/judge.ts';
import { isSpokenOf } from '../evaluate/ruling.ts';
import type { Person } from '../facts/person.ts';
import { personOf } from '../facts/person.ts';
import type { Policy } from '../policy/policy.ts';
import { routingOf } from '../routing/shipped.ts';
import type { Counts, Dimension, Impact, PeopleFigures } from './figures.ts';
import { add, countingRules, dimensions, outcomeCounts, sorted } from './figures.ts';
import type { Judgement } from './judgement.ts';
import { judgementsOf } from './judgement.ts';
import { countsIn } from './people-left.ts';
import { whoIs } from './who.ts';

/** Years within which a conviction counts as recent. */
const RECENT = 7;

/** A person with what `evaluate` gave for her history. */
export interface EvaluatedPerson {
  readonly history: History;
  readonly determinations: readonly Determination[];
}

/** The impact of a policy, counted person by person: only the counts are kept. */
export class ImpactCount {
  readonly #policy: Pick<Policy, 'name' | 'version'>;
  readonly #context: EvaluationContext;
  readonly #recently: LocalDate;
  readonly #byOutcome: Counts = {};
  readonly #by: Record<Dimension, Record<string, Counts>>;
  readonly #people: Counts = {};
  readonly #peopleByRace: Record<string, Counts> = {};
  #possible = 0;
  #earliest: string | undefined;

  constructor(policy: Pick<Policy, 'name' | 'version'>, context: EvaluationContext) {
    this.#policy = policy;
    this.#context = { ...context, county: context.county.trim().toUpperCase() };
    this.#recently = addYears(context.asOf, -RECENT);
    this.#by = { section: {}, severity: {}, decade: {}, race: {}, age: {}, agency: {} };
  }

  /**
   * @param person with the determinations of all her convictions under the policy
   * @throws RangeError when one is of a conviction that the history does not have
   */
  add({ determinations, history }: EvaluatedPerson): void {
    if (!determinations.some(isSpokenOf)) return;
    const { asOf, county, routing = routingOf(county) } = this.#context;
    this.addJudged(personOf(history), judgementsOf(history, determinations, { asOf, county, routing }));
  }

  /** The same, of what was judged without being written out. */
  addJudged(person: Person, judgements: readonly Judgement[]): void {
    const spokenOf = judgements.filter(isSpokenOf);
    if (spokenOf.length === 0) return;
    const { age, race } = whoIs(person, this.#context.asOf);
    for (const one of spokenOf) {
      const { date, decade, event, outcome, prosecutor, section, severity } = one;
      add(this.#byOutcome, outcome);
      const values: Record<Dimension, string> = { section, severity, decade, race, age, agency: prosecutor };
      for (const dimension of dimensions) add((this.#by[dimension][values[dimension]] ??= {}), outcome);
      if (event.convicted.state !== 'known') this.#possible += 1;
      if (date !== undefined && date < (this.#earliest ?? '~')) this.#earliest = date;
    }
    const ofRace = (this.#peopleByRace[race] ??= {});
    for (const figure of ['all', ...countsIn(person, spokenOf, this.#recently)]) {
      add(this.#people, figure);
      add(ofRace, figure);
    }
  }

  /** What was counted so far. */
  result(): Impact {
    const { asOf, county } = this.#context;
    const bySeverity = (severity: string) => sum(this.#by.severity[severity] ?? {});
    return {
      policy: this.#policy.name,
      policyVersion: this.#policy.version,
      county,
      asOf,
      countingRules: countingRules(this.#recently),
      convictions: sum(this.#byOutcome),
      possible: this.#possible,
      byOutcome: outcomeCounts(this.#byOutcome),
      by: {
        section: sorted(this.#by.section, outcomeCounts),
        severity: sorted(this.#by.severity, outcomeCounts),
        decade: sorted(this.#by.decade, outcomeCounts),
        race: sorted(this.#by.race, outcomeCounts),
        age: sorted(this.#by.age, outcomeCounts),
        agency: sorted(this.#by.agency, outcomeCounts),
      },
      felonies: bySeverity('felony'),
      nonFelonies: bySeverity('misdemeanor') + bySeverity('infraction'),
      earliestConviction: this.#earliest ?? null,
      people: peopleFigures(this.#people),
      peopleByRace: sorted(this.#peopleByRace, peopleFigures),
    };
  }
}

/**
 * What a policy does to a county: convictions by outcome and by what tells them apart, and people by what they have left.
 *
 * @param people everybody who was evaluated under the policy, each once
 * @throws RangeError when a determination is of a conviction that its history does not have
 */
export function impact(
  people: Iterable<EvaluatedPerson>,
  policy: Pick<Policy, 'name' | 'version'>,
  context: EvaluationContext,
): Impact {
  const count = new ImpactCount(policy, context);
  for (const person of people) count.add(person);
  return count.result();
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function peopleFigures(counts: Counts): PeopleFigures {
  const figure = (name: keyof PeopleFigures) => counts[name] ?? 0;
  return {
    all: figure('all'),
    withRelief: figure('withRelief'),
    noFelonyLeft: figure('noFelonyLeft'),
    noConvictionLeft: figure('noConvictionLeft'),
    noneInSevenYears: figure('noneInSevenYears'),
  };
}
