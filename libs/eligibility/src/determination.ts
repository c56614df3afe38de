import type { ColumnName, Dialect, EnteredKind, FactSource } from '@clearance/record';

import type { EnteredStanding } from './entered/entered-facts.ts';

/** What the engine says about one conviction. People recommend and approve; the engine only determines. */
export type Outcome = 'dismiss' | 'reduce' | 'not_eligible' | 'needs_review' | 'refer' | 'out_of_scope';

/** Every outcome, in the order in which lists and charts show them. */
export const outcomes: readonly Outcome[] = [
  'dismiss',
  'reduce',
  'refer',
  'needs_review',
  'not_eligible',
  'out_of_scope',
];

/** What a court would be asked to order, where a policy says more than the outcome. */
export type Order = 'dismissal' | 'dismissal_and_sealing' | 'recall' | 'redesignation';

/** Something a person should see beside the outcome. A flag never decides. */
export type Flag =
  | 'super_strike'
  | 'registered_290'
  | 'other_p64_in_comment'
  | 'after_2016_11_09'
  | 'deceased'
  | 'serving'
  | 'already_relieved'
  | 'reduced'
  | 'plea_down'
  | 'dates_contradict'
  | 'disposition_unknown'
  | 'county_unknown'
  | 'fact_entered';

/** True or false on every way the facts could be, or unknown. */
export type Truth = boolean | 'unknown';

/** A cell of the original file as `line:COLUMN`, the line counted from 1: `12:PRI_DOB`; or a fact entered by a person. */
export type CellText = `${number}:${ColumnName}` | `entered:${string}`;

/** The facts that can be missing, named as a person would ask for them. */
export type FactName =
  | 'offense'
  | 'severity'
  | 'conviction_date'
  | 'birth_date'
  | 'disposition'
  | 'county'
  | 'relief'
  | 'sentence'
  | 'agency'
  | 'registration'
  | 'other_convictions'
  | 'offense_date'
  | 'amount'
  | 'other_charges'
  | 'open_case'
  | 'identity'
  | 'unread_row';

/** A fact that would settle an undecided determination, why it is missing, and the cells that were looked at. */
export interface UnknownFact {
  readonly fact: FactName;
  readonly why: string;
  readonly cells: readonly CellText[];
  /** For `other_convictions`: which one, by its key, and what of it is missing. */
  readonly of?: { readonly conviction: string; readonly fact: FactName };
}

/** A fact that a person entered about the person of a conviction, and how it stands beside the file. */
export interface EnteredOf {
  readonly id: string;
  readonly kind: EnteredKind;
  /** Whether it is about this conviction, another one, or the person. */
  readonly about: 'this' | 'other' | 'person';
  /** What was entered, in words. */
  readonly says: string;
  readonly source: FactSource;
  readonly reference: string;
  readonly by: string;
  readonly on: string;
  readonly standing: EnteredStanding;
}

/** One condition as it was tried: what it asks, what the record says, and what followed. */
export interface TraceTerm {
  /** The condition in plain words, already turned round where the rule says "not". */
  readonly label: string;
  /** The value the condition was tried on. */
  readonly value: string;
  readonly cells: readonly CellText[];
  /** Facts among these that a person entered: what, who, when and from where. Absent where all are the file's. */
  readonly entered?: readonly string[];
  /** The comparison written out, where dates were added or compared. */
  readonly arithmetic?: string;
  readonly result: Truth;
  /** Where conditions are nested: the group this one belongs to, such as `any 1`. Absent: it must hold by itself. */
  readonly group?: string;
}

/** One rule as it was tried, with every condition it has. */
export interface TraceStep {
  readonly rule: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly cite: string;
  readonly result: Truth;
  readonly terms: readonly TraceTerm[];
}

/** Every rule tried, in order, up to the one that decided. */
export interface Trace {
  /** How the history was read, and the version of that reading: what one version wrote, only that version repeats. */
  readonly dialect: Dialect;
  readonly policy: string;
  readonly policyVersion: string;
  readonly asOf: string;
  readonly county: string;
  /** Which table said who prosecutes, with its version; absent where the county has none. */
  readonly routing?: string;
  readonly steps: readonly TraceStep[];
}

export type SeverityText = 'felony' | 'misdemeanor' | 'infraction' | 'unknown';

/** What a list shows of a conviction without opening it. */
export interface DeterminationFacts {
  readonly caseNumber: string;
  /** What the person was convicted of, as written. */
  readonly offense: string;
  /** What they were charged with, where that was something else. */
  readonly charged?: string;
  /** Code and section without subdivisions, such as `HS 11357`; `unknown` where the text cannot be read. */
  readonly section: string;
  readonly severity: SeverityText;
  /** `YYYY-MM-DD` where the day is known; otherwise absent. */
  readonly date?: string;
  /** The date as it is known: a day, `between … and …`, or `unknown`. */
  readonly dateText: string;
  /** Whole years; absent unless both days are known. */
  readonly ageAtConviction?: number;
  readonly disposition: string;
  /** The later row that took the conviction away or changed it, as written. */
  readonly relief?: string;
  readonly court: string;
}

/** What the engine says about one conviction, or about a count that may be one, and why. Plain JSON. */
export interface Determination {
  /** `Conviction.key` of the history. */
  readonly convictionKey: string;
  readonly outcome: Outcome;
  /** The deciding rule; or one of the engine's own: `scope` and the like, `otherwise`, or `undecided`. */
  readonly ruleId: string;
  /** One sentence, the same for every conviction decided in the same way. */
  readonly reason: string;
  /** Who prosecutes, where the outcome is `refer`. */
  readonly agency?: string;
  /** The very order to ask for, where the policy names one. */
  readonly order?: Order;
  readonly legalBasis: string;
  readonly citation: string;
  /** Empty unless the outcome is `needs_review` because of them. */
  readonly unknownFacts: readonly UnknownFact[];
  readonly flags: readonly Flag[];
  readonly facts: DeterminationFacts;
  readonly trace: Trace;
  /** The nearest way in which this conviction would have qualified, one sentence per missing condition. */
  readonly wouldQualifyIf?: readonly string[];
  /** What people entered about this person; absent where nobody did. */
  readonly enteredFacts?: readonly EnteredOf[];
}
