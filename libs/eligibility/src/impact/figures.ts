import type { Outcome } from '../determination.ts';
import { outcomes } from '../determination.ts';

/** What convictions are told apart by. */
export type Dimension = 'section' | 'severity' | 'decade' | 'race' | 'age' | 'agency';

export const dimensions: readonly Dimension[] = ['section', 'severity', 'decade', 'race', 'age', 'agency'];

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** People, each counted once. */
export interface PeopleFigures {
  /** With at least one conviction that the policy speaks of. */
  readonly all: number;
  readonly withRelief: number;
  readonly noFelonyLeft: number;
  readonly noConvictionLeft: number;
  readonly noneInSevenYears: number;
}

/** What a policy does to a county: figures that say what they count. Plain JSON. */
export interface Impact {
  readonly policy: string;
  readonly policyVersion: string;
  readonly county: string;
  readonly asOf: string;
  /** What each figure counts, in a sentence. */
  readonly countingRules: Readonly<Record<CountingRule, string>>;
  readonly convictions: number;
  /** Of them, counts of which the file does not say whether they ended in a conviction. */
  readonly possible: number;
  readonly byOutcome: OutcomeCounts;
  /** Every value of a dimension that occurs, `unknown` among them, in alphabetical order. */
  readonly by: Readonly<Record<Dimension, Readonly<Record<string, OutcomeCounts>>>>;
  readonly felonies: number;
  readonly nonFelonies: number;
  /** `YYYY-MM-DD`; null where no day is known. */
  readonly earliestConviction: string | null;
  readonly people: PeopleFigures;
  readonly peopleByRace: Readonly<Record<string, PeopleFigures>>;
}

export type CountingRule =
  | 'convictions'
  | 'possible'
  | 'felonies'
  | 'nonFelonies'
  | 'earliestConviction'
  | 'byOutcome'
  | Dimension
  | keyof PeopleFigures
  | 'peopleByRace';

const SPOKEN_OF = 'each conviction of the county that is, or may be, of an offense in the scope of the policy';

/** @param recently the day seven years before the as-of date */
export function countingRules(recently: string): Readonly<Record<CountingRule, string>> {
  return {
    convictions: `${SPOKEN_OF}; those that a later order took away already are among them, as out of scope`,
    possible: 'of the convictions, counts whose disposition is blank or in no dictionary',
    felonies: 'of the convictions, those that are felonies as they stand now',
    nonFelonies: 'of the convictions, those that are misdemeanors or infractions as they stand now',
    earliestConviction: 'of the convictions, the earliest whose day is known',
    byOutcome: 'the convictions, by what the policy says of each',
    section:
      'the convictions, by the section of the count in its present number; of several, the first that the policy is about',
    severity: 'the convictions, by their severity as they stand now',
    decade: 'the convictions, by the decade of the conviction; unknown where its date may be in either of two',
    race: 'the convictions, by the race that the file gives for the person; where it gives several, the first',
    age: "the convictions, by the person's age on the as-of date",
    agency:
      "the convictions, by the office that prosecutes according to the county's routing table; unknown where that does not say",
    peopleByRace: 'people, each counted once, by the race that the file gives; where it gives several, the first',
    all: `people with ${SPOKEN_OF.replace('each', 'at least one')}, each counted once`,
    withRelief: 'people with at least one conviction dismissed or reduced',
    noFelonyLeft:
      'people with felonies that stood, in any county, every one of which is dismissed or reduced; what may be a felony, or a conviction, counts as one',
    noConvictionLeft:
      'people with convictions that stood, in any county, every one of which is dismissed; what may be a conviction counts as one',
    noneInSevenYears: `people with convictions that stood of a day after ${recently}, in any county, every one of which is dismissed; what may be one counts as one`,
  };
}

export type Counts = Record<string, number>;

export function add(counts: Counts, key: string, count = 1): void {
  counts[key] = (counts[key] ?? 0) + count;
}

export function outcomeCounts(counts: Counts): OutcomeCounts {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, counts[outcome] ?? 0])) as Record<Outcome, number>;
}

/** The same value for every key, the keys in alphabetical order. */
export function sorted<From, To>(
  record: Readonly<Record<string, From>>,
  value: (from: From) => To,
): Record<string, To> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.flatMap((key) => (key in record ? [[key, value(record[key] as From)] as const] : [])));
}

/** The greatest first; those of the same size by name. */
export function greatestFirst<Item extends { readonly convictions: number }>(
  items: Iterable<Item>,
  nameOf: (item: Item) => string,
): Item[] {
  return [...items].sort((a, b) => b.convictions - a.convictions || (nameOf(a) < nameOf(b) ? -1 : 1));
}
