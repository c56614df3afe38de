/**
 * What a term does where its fact is unknown: send the conviction to a person unless every way the fact could turn out
 * leads to the same outcome (`review`, the default), or count as false (`fails`) or true (`holds`).
 */
export type OnUnknown = 'review' | 'fails' | 'holds';

export type Severity = 'felony' | 'misdemeanor' | 'infraction';

export const severities: readonly Severity[] = ['felony', 'misdemeanor', 'infraction'];

/** Strict or inclusive, said in words: `before` and `after` leave the day itself out. */
export type DateComparator = 'before' | 'on_or_before' | 'after' | 'on_or_after';

/** Years are calendar years: a person turns 21 on the birthday, those born on 29 February on 1 March. */
export type AgeComparator = 'under' | 'at_most' | 'at_least' | 'over';

interface Base {
  readonly unknown?: OnUnknown;
}

/** The offense of this conviction is in a list. */
export interface OffenseTerm extends Base {
  readonly term: 'offense';
  readonly in: string;
}
export interface SeverityTerm extends Base {
  readonly term: 'severity';
  readonly is: readonly Severity[];
}
/** Convicted before or after a date, or the day that many years before the as-of date. */
export interface ConvictedTerm extends Base {
  readonly term: 'convicted';
  readonly compare: DateComparator;
  readonly date?: string;
  readonly yearsBeforeAsOf?: number;
}
export interface AgeAtConvictionTerm extends Base {
  readonly term: 'age_at_conviction';
  readonly compare: AgeComparator;
  readonly years: number;
}
export interface AgeAsOfTerm extends Base {
  readonly term: 'age_as_of';
  readonly compare: AgeComparator;
  readonly years: number;
}
/** No conviction of these classes (this one included) less than so many years before the as-of date. */
export interface ConvictionFreeTerm extends Base {
  readonly term: 'conviction_free';
  readonly years: number;
  readonly classes?: readonly Severity[];
}
/** Every conviction on record, in any county, is in a list. */
export interface OnlyConvictionsTerm extends Base {
  readonly term: 'only_convictions_in';
  readonly list: string;
}
/** At least so many other convictions in a list: `earlier` than this one, or `any`. */
export interface ConvictionsTerm extends Base {
  readonly term: 'convictions_in';
  readonly list: string;
  readonly atLeast: number;
  readonly when: 'earlier' | 'any';
  /** `same`: only convictions of a section that this one is of. */
  readonly section: 'same' | 'any';
  /** Whether the counts of one case are one event. */
  readonly per: 'case' | 'count';
}
/** Another conviction in a list dated strictly before this one, or at any time. */
export interface HasConvictionTerm extends Base {
  readonly term: 'has_conviction_in';
  readonly list: string;
  readonly when: 'before' | 'ever';
}
/** Registered under PC 290, strictly before this conviction or at any time. */
export interface RegisteredTerm extends Base {
  readonly term: 'registered';
  readonly when: 'before' | 'ever';
  /** The list whose conviction explains a registration that came later. */
  readonly list: string;
}
/** Every sentence on record ended on or before the as-of date; or one has not. */
export interface SentencesTerm extends Base {
  readonly term: 'sentences';
  readonly are: 'complete' | 'serving';
}
export interface DeceasedTerm extends Base {
  readonly term: 'deceased';
}
/** The prosecuting agency, by the county's dated routing table, is one of these. */
export interface AgencyTerm extends Base {
  readonly term: 'agency';
  readonly in: readonly string[];
}
/** A later row took this conviction away (`ended`) or made it less (`reduced`). */
export interface RelievedTerm extends Base {
  readonly term: 'relieved';
  readonly how: 'ended' | 'reduced';
}
export interface CountyTerm extends Base {
  readonly term: 'county';
  readonly in: readonly string[];
}

export type Term =
  | OffenseTerm
  | SeverityTerm
  | ConvictedTerm
  | AgeAtConvictionTerm
  | AgeAsOfTerm
  | ConvictionFreeTerm
  | OnlyConvictionsTerm
  | ConvictionsTerm
  | HasConvictionTerm
  | RegisteredTerm
  | SentencesTerm
  | DeceasedTerm
  | AgencyTerm
  | RelievedTerm
  | CountyTerm;
