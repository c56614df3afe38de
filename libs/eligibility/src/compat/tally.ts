import type { CompatAnswer, CompatPerson } from './columns.ts';
import { addYears, dashedDate } from './day.ts';
import type { Day } from './day.ts';
import type { CompatFlow } from './flow.ts';
import type { CompatConviction } from './history.ts';

/** People who would have nothing left of a kind that they had. */
export interface CompatRelief {
  CountSubjectsNoFelony: number;
  CountSubjectsNoConviction: number;
  CountSubjectsNoConvictionLast7Years: number;
}

/** `summary.json` of the old tools, but for the lines and the time, which only the reader of the file knows. */
export interface CompatSummary {
  readonly county: string;
  /** `1981-04-11T00:00:00Z`, null where there is none; an unknown date is the first day of year 1. */
  readonly earliestConviction: string | null;
  readonly prop64ConvictionsCountInCountyByCodeSection: Readonly<Record<string, number>>;
  readonly subjectsWithProp64ConvictionCountInCounty: number;
  readonly prop64FelonyConvictionsCountInCounty: number;
  readonly prop64NonFelonyConvictionsCountInCounty: number;
  readonly subjectsWithSomeReliefCount: number;
  readonly convictionDismissalCountByCodeSection: Readonly<Record<string, number>>;
  readonly convictionReductionCountByCodeSection: Readonly<Record<string, number>>;
  readonly convictionDismissalCountByAdditionalRelief: Readonly<Record<string, number>>;
  readonly reliefWithCurrentEligibilityChoices: Readonly<CompatRelief>;
  readonly reliefWithDismissAllProp64: Readonly<CompatRelief>;
}

type Counts = Record<string, number>;
/** What a tally has counted, as plain data. */
export interface CompatCounts {
  readonly bySection: Counts;
  readonly byReason: Counts;
  readonly reductions: Counts;
  readonly asChosen: CompatRelief;
  readonly dismissAll: CompatRelief;
  readonly earliest: Day | undefined;
  readonly people: number;
  readonly relieved: number;
  readonly inScope: number;
  readonly peopleInScope: number;
  readonly felonies: number;
  readonly others: number;
}

type Given = 'dismissed' | 'reduced' | 'nothing';

/** Counts people as they are evaluated. People are those of one file: the same person in two files counts twice. */
export class CompatTally {
  readonly #flow: CompatFlow;
  readonly #sevenYearsAgo: Day;
  readonly #bySection: Counts = {};
  readonly #byReason: Counts = {};
  readonly #reductions: Counts = {};
  readonly #asChosen = noRelief();
  readonly #dismissAll = noRelief();
  #earliest: Day | undefined;
  #people = 0;
  #relieved = 0;
  #inScope = 0;
  #peopleInScope = 0;
  #felonies = 0;
  #others = 0;

  constructor(flow: CompatFlow) {
    this.#flow = flow;
    this.#sevenYearsAgo = addYears(flow.asOf, -7);
  }

  add({ history, answers }: CompatPerson): void {
    // Whoever has nothing in scope has nothing relieved, and so counts nowhere.
    if (answers.length === 0) return;
    this.#inScope += answers.length;
    this.#peopleInScope += 1;
    if (answers.some(({ conviction }) => isP64(conviction))) this.#people += 1;
    for (const answer of answers) this.#addConviction(answer);
    const given = new Map(answers.map((answer) => [answer.conviction, givenBy(answer)]));
    if ([...given.values()].some((each) => each !== 'nothing')) this.#relieved += 1;
    this.#addRelief(this.#asChosen, history.convictions, (each) => given.get(each) ?? 'nothing');
    this.#addRelief(this.#dismissAll, history.convictions, (each) =>
      given.has(each) && isP64(each) ? 'dismissed' : 'nothing',
    );
  }

  counts(): CompatCounts {
    return {
      ...{ bySection: this.#bySection, byReason: this.#byReason, reductions: this.#reductions },
      ...{ asChosen: this.#asChosen, dismissAll: this.#dismissAll, earliest: this.#earliest },
      ...{ inScope: this.#inScope, peopleInScope: this.#peopleInScope },
      ...{ people: this.#people, relieved: this.#relieved, felonies: this.#felonies, others: this.#others },
    };
  }

  /** Adds what was counted of others under the same flow. Reasons stay in the order in which they were met. */
  absorb(other: CompatCounts): void {
    for (const [into, from] of [
      [this.#bySection, other.bySection],
      [this.#byReason, other.byReason],
      [this.#reductions, other.reductions],
      [this.#asChosen, other.asChosen],
      [this.#dismissAll, other.dismissAll],
    ] as [Counts, Counts][]) {
      for (const [key, count] of Object.entries(from)) addTo(into, key, count);
    }
    const { earliest: earlier } = other;
    if (earlier !== undefined) this.#earliest = Math.min(this.#earliest ?? earlier, earlier);
    this.#inScope += other.inScope;
    this.#peopleInScope += other.peopleInScope;
    this.#people += other.people;
    this.#relieved += other.relieved;
    this.#felonies += other.felonies;
    this.#others += other.others;
  }

  /** How many convictions the flow speaks of, related ones included. */
  get inScope(): number {
    return this.#inScope;
  }

  get peopleInScope(): number {
    return this.#peopleInScope;
  }

  summary(): CompatSummary {
    const { dismiss, reduce } = this.#flow.baseline;
    const listedFirst = new Set(['Misdemeanor or Infraction', ...dismiss.map(dismissReason)]);
    const additional = Object.entries(this.#byReason).filter(([reason]) => !listedFirst.has(reason));
    return {
      county: this.#flow.county,
      earliestConviction: this.#earliest === undefined ? null : `${dashedDate(this.#earliest)}T00:00:00Z`,
      prop64ConvictionsCountInCountyByCodeSection: this.#bySection,
      subjectsWithProp64ConvictionCountInCounty: this.#people,
      prop64FelonyConvictionsCountInCounty: this.#felonies,
      prop64NonFelonyConvictionsCountInCounty: this.#others,
      subjectsWithSomeReliefCount: this.#relieved,
      convictionDismissalCountByCodeSection: countsOf(dismiss, (section) => this.#byReason[dismissReason(section)]),
      convictionReductionCountByCodeSection: countsOf(reduce, (section) => this.#reductions[reduceReason(section)]),
      convictionDismissalCountByAdditionalRelief: Object.fromEntries(additional),
      reliefWithCurrentEligibilityChoices: this.#asChosen,
      reliefWithDismissAllProp64: this.#dismissAll,
    };
  }

  #addConviction({ conviction, determination, reason }: CompatAnswer): void {
    const { date, felony, section } = conviction;
    if (section.p64 !== undefined) {
      if (this.#earliest === undefined || date < this.#earliest) this.#earliest = date;
      addTo(this.#bySection, section.p64, 1);
      if (felony) this.#felonies += 1;
      else this.#others += 1;
    }
    if (determination === 'Eligible for Dismissal') addTo(this.#byReason, reason, 1);
    else if (determination === 'Eligible for Reduction') addTo(this.#reductions, reason, 1);
  }

  #addRelief(
    relief: CompatRelief,
    convictions: readonly CompatConviction[],
    given: (conviction: CompatConviction) => Given,
  ): void {
    const felonies = convictions.filter(({ felony }) => felony);
    const recent = convictions.filter(({ date }) => date > this.#sevenYearsAgo);
    const isDismissed = (conviction: CompatConviction) => given(conviction) === 'dismissed';
    if (felonies.length > 0 && felonies.every((each) => given(each) !== 'nothing')) relief.CountSubjectsNoFelony += 1;
    if (convictions.every(isDismissed)) relief.CountSubjectsNoConviction += 1;
    if (recent.length > 0 && recent.every(isDismissed)) relief.CountSubjectsNoConvictionLast7Years += 1;
  }
}

/** A related charge is dismissed beside those of Proposition 64, and counted as none of them. */
function isP64({ section }: CompatConviction): boolean {
  return section.p64 !== undefined;
}

function givenBy({ determination }: CompatAnswer): Given {
  if (determination === 'Eligible for Dismissal') return 'dismissed';
  return determination === 'Eligible for Reduction' ? 'reduced' : 'nothing';
}

function noRelief(): CompatRelief {
  return { CountSubjectsNoFelony: 0, CountSubjectsNoConviction: 0, CountSubjectsNoConvictionLast7Years: 0 };
}

function addTo(counts: Counts, key: string, count: number): void {
  counts[key] = (counts[key] ?? 0) + count;
}

function countsOf(sections: readonly string[], count: (section: string) => number | undefined): Counts {
  return Object.fromEntries(sections.map((section) => [section, count(section) ?? 0]));
}

function dismissReason(section: string): string {
  return `Dismiss all HS ${section} convictions`;
}

function reduceReason(section: string): string {
  return `Reduce all HS ${section} convictions`;
}
