import { addYears } from '@clearance/record';
import type { History, LocalDate } from '@clearance/record';

import { outcomes } from '../determination.ts';
import type { Determination, Outcome, SeverityText } from '../determination.ts';
import { boundsOf } from '../fact.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { Person } from '../facts/person.ts';

/** One figure, with what it counts, so that no two reports can differ without saying so. */
export interface ImpactFigure {
  readonly figure: string;
  readonly value: number | string | null | Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  readonly counts: 'convictions' | 'people' | 'date';
  readonly rule: string;
  readonly asOf: string;
  readonly policyVersion: string;
}

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];
const RECENT_YEARS = 7;
const NOT_SPOKEN_OF: readonly string[] = ['scope', 'other-county'];

/** Whether a policy speaks of a conviction at all: its offense is one of the policy's, in its county. */
export function isSpokenOf({ ruleId }: Pick<Determination, 'ruleId'>): boolean {
  return !NOT_SPOKEN_OF.includes(ruleId);
}

type Counts = Record<string, number>;

/**
 * Counts what a policy does to convictions and to people, person by person. What is not known is never counted as relief:
 * an unknown severity may be a felony, an unknown date may be recent, an unknown disposition may be a conviction.
 */
export class ImpactTally {
  readonly #asOf: LocalDate;
  readonly #recent: LocalDate;
  readonly #byOutcome: Counts = {};
  readonly #bySection: Record<string, Counts> = {};
  readonly #bySeverity: Counts = {};
  readonly #people: Counts = {};
  #earliest: string | undefined;

  constructor(asOf: LocalDate) {
    this.#asOf = asOf;
    this.#recent = addYears(asOf, -RECENT_YEARS);
  }

  /** @param determinations what `evaluate` gave for this history */
  add(history: History, determinations: readonly Determination[]): void {
    const spokenOf = determinations.filter(isSpokenOf);
    if (spokenOf.length === 0) return;
    addTo(this.#people, 'all', 1);
    for (const { facts, outcome } of spokenOf) {
      addTo(this.#byOutcome, outcome, 1);
      addTo((this.#bySection[facts.section] ??= {}), outcome, 1);
      addTo(this.#bySeverity, facts.severity, 1);
      if (facts.date !== undefined && facts.date < (this.#earliest ?? '~')) this.#earliest = facts.date;
    }
    if (spokenOf.some(({ outcome }) => RELIEF.includes(outcome))) this.#addRelief(history, spokenOf);
  }

  /** Adds what was counted in another file under the same policy. */
  absorb(other: ImpactTally): void {
    for (const [into, from] of [
      [this.#byOutcome, other.#byOutcome],
      [this.#bySeverity, other.#bySeverity],
      [this.#people, other.#people],
      ...Object.keys(other.#bySection).map((key) => [(this.#bySection[key] ??= {}), other.#bySection[key]]),
    ] as [Counts, Counts][]) {
      for (const [key, count] of Object.entries(from)) addTo(into, key, count);
    }
    const earliest = [this.#earliest, other.#earliest].filter((date) => date !== undefined).sort();
    this.#earliest = earliest[0];
  }

  /** @param policyVersion name and version of the policy */
  figures(policyVersion: string): ImpactFigure[] {
    const inScope =
      'each conviction, or count that may be one, of an offense in the scope of the policy, in the county';
    const people = (key: string) => this.#people[key] ?? 0;
    const severities = (...of: SeverityText[]) => of.reduce((sum, key) => sum + (this.#bySeverity[key] ?? 0), 0);
    const ordered = (counts: Counts) => Object.fromEntries(outcomes.map((outcome) => [outcome, counts[outcome] ?? 0]));
    const sections = Object.keys(this.#bySection).sort();
    const bySection = Object.fromEntries(sections.map((key) => [key, ordered(this.#bySection[key] ?? {})]));
    const figures: Omit<ImpactFigure, 'asOf' | 'policyVersion'>[] = [
      {
        figure: 'convictionsByOutcome',
        counts: 'convictions',
        value: ordered(this.#byOutcome),
        rule: `${inScope}; out_of_scope: an order already took it away`,
      },
      {
        figure: 'convictionsBySectionAndOutcome',
        counts: 'convictions',
        value: bySection,
        rule: `${inScope}, by its section as numbered today`,
      },
      {
        figure: 'felonies',
        counts: 'convictions',
        value: severities('felony'),
        rule: `${inScope}, a felony as it stands now`,
      },
      {
        figure: 'nonFelonies',
        counts: 'convictions',
        value: severities('misdemeanor', 'infraction'),
        rule: `${inScope}, a misdemeanor or an infraction as it stands now`,
      },
      {
        figure: 'severityUnknown',
        counts: 'convictions',
        value: severities('unknown'),
        rule: `${inScope}, of which the file does not say what it was`,
      },
      {
        figure: 'earliestConviction',
        counts: 'date',
        value: this.#earliest ?? null,
        rule: `the earliest of ${inScope}, among those whose day is known`,
      },
      {
        figure: 'people',
        counts: 'people',
        value: people('all'),
        rule: `people with at least one of ${inScope}; the same person in two files counts twice`,
      },
      {
        figure: 'peopleWithAnyRelief',
        counts: 'people',
        value: people('relieved'),
        rule: 'at least one conviction is dismissed or reduced',
      },
      {
        figure: 'peopleWithNoFelonyLeft',
        counts: 'people',
        value: people('noFelony'),
        rule: 'had a felony conviction that stood, in any county, and every one is dismissed or reduced; an unknown severity counts as a felony that is left',
      },
      {
        figure: 'peopleWithNoConvictionLeft',
        counts: 'people',
        value: people('noConviction'),
        rule: 'every conviction that stood, in any county, is dismissed; a count whose disposition cannot be read counts as left',
      },
      {
        figure: 'peopleWithNoneInSevenYears',
        counts: 'people',
        value: people('noneRecent'),
        rule: `had a conviction that stood after ${this.#recent}, in any county, and every one is dismissed; an unknown date counts as after it`,
      },
    ];
    return figures.map((figure) => ({ ...figure, asOf: this.#asOf, policyVersion }));
  }

  #addRelief(history: History, determinations: readonly Determination[]): void {
    addTo(this.#people, 'relieved', 1);
    const person = new Person(history);
    const outcomeOf = new Map(determinations.map(({ convictionKey, outcome }) => [convictionKey, outcome]));
    const given = new Map<ConvictionEvent, Outcome | undefined>();
    for (const conviction of history.convictions) given.set(person.eventOf(conviction), outcomeOf.get(conviction.key));
    const standing = person.events.filter(({ relief }) => !(relief.state === 'known' && relief.value.how === 'ended'));
    const isRelieved = (event: ConvictionEvent) => RELIEF.includes(given.get(event) ?? 'out_of_scope');
    const isDismissed = (event: ConvictionEvent) => given.get(event) === 'dismiss';
    const felonies = standing.filter(mayBeFelony);
    const recent = standing.filter(({ date }) => (boundsOf(date).high ?? '~') > this.#recent);
    if (felonies.length > 0 && felonies.every(isRelieved)) addTo(this.#people, 'noFelony', 1);
    if (standing.length > 0 && standing.every(isDismissed)) addTo(this.#people, 'noConviction', 1);
    if (recent.length > 0 && recent.every(isDismissed)) addTo(this.#people, 'noneRecent', 1);
  }
}

function mayBeFelony({ severity }: ConvictionEvent): boolean {
  return severity.state !== 'known' || severity.value === 'felony';
}

function addTo(counts: Counts, key: string, count: number): void {
  counts[key] = (counts[key] ?? 0) + count;
}
