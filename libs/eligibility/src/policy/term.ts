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
/**
 * The age when the offense was committed. The file holds the arrest and the conviction and never the offense, which is
 * some day before the arrest: `within` says how many years before it at most, such as the limitation of the offense.
 */
export interface AgeAtOffenseTerm extends Base {
  readonly term: 'age_at_offense';
  readonly compare: AgeComparator;
  readonly years: number;
  readonly within?: number;
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
/** At least so many other convictions, `earlier` than this one or `any`: in a list, of these classes, or all there are. */
export interface ConvictionsTerm extends Base {
  readonly term: 'convictions_in';
  readonly list?: string;
  readonly classes?: readonly Severity[];
  readonly atLeast: number;
  readonly when: 'earlier' | 'any';
  /** `same`: only convictions of a section of the list that this one is of. */
  readonly section: 'same' | 'any';
  /** Whether the counts of one case are one event. */
  readonly per: 'case' | 'count';
}
/**
 * One of the first so many convictions, this one among them, of those in a list or of these classes: where a law clears
 * only so many in a lifetime, the order says which. Convictions of one day stand in the order of the history.
 */
export interface AmongFirstTerm extends Base {
  readonly term: 'among_first';
  readonly most: number;
  readonly order: 'earliest' | 'latest';
  readonly list?: string;
  readonly classes?: readonly Severity[];
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
/** Every sentence on record, or that of this conviction, ended on or before the as-of date; or one has not. */
export interface SentencesTerm extends Base {
  readonly term: 'sentences';
  readonly are: 'complete' | 'serving';
  /** All on record unless told. */
  readonly of?: 'this_conviction' | 'record';
}
/** The sentence of this conviction, or only its time in prison, ended at least so many years before the as-of date. */
export interface SentenceEndedTerm extends Base {
  readonly term: 'sentence_ended';
  readonly years: number;
  readonly parts: 'all' | 'prison';
}
export interface DeceasedTerm extends Base {
  readonly term: 'deceased';
}
/** The prosecuting agency, by the county's dated routing table, is one of these. */
export interface AgencyTerm extends Base {
  readonly term: 'agency';
  readonly in: readonly string[];
}
/** How much of a drug it was, in grams. The state's file never says, so that it is always unknown. */
export interface AmountTerm extends Base {
  readonly term: 'amount';
  readonly compare: 'at_most' | 'over';
  readonly grams: number;
}
/** Another count of the same case is of an offense in a list, or of one outside it. */
export interface CaseHasTerm extends Base {
  readonly term: 'case_has';
  readonly list: string;
  readonly offense: 'in' | 'outside';
  /**
   * `charged`: whatever became of the count; what this conviction was charged as before a plea counts as well.
   * `arrested`: the same, and what the person was arrested for, and every other court step of the cycle.
   */
  readonly counts: 'charged' | 'convicted' | 'arrested';
}
/** The person has a case in which nothing is decided yet. */
export interface OpenCaseTerm extends Base {
  readonly term: 'open_case';
}
/**
 * A later row took this conviction away (`ended`) or made it less (`reduced`). One that was taken away was either set
 * aside under PC 1203.4 and its neighbors (`set_aside`), or vacated or dismissed for good (`erased`).
 */
export interface RelievedTerm extends Base {
  readonly term: 'relieved';
  readonly how: 'ended' | 'set_aside' | 'erased' | 'reduced';
}
export interface CountyTerm extends Base {
  readonly term: 'county';
  readonly in: readonly string[];
}

/** The court is of the county that the evaluation is for. Asked by the engine before any rule of a policy. */
export interface OwnCountyTerm extends Base {
  readonly term: 'own_county';
}
/** The disposition says that the person was convicted. Asked by the engine before any rule of a policy. */
export interface EndedInConvictionTerm extends Base {
  readonly term: 'ended_in_conviction';
}

export type Term =
  | OffenseTerm
  | SeverityTerm
  | ConvictedTerm
  | AgeAtConvictionTerm
  | AgeAtOffenseTerm
  | AgeAsOfTerm
  | ConvictionFreeTerm
  | OnlyConvictionsTerm
  | ConvictionsTerm
  | AmongFirstTerm
  | HasConvictionTerm
  | RegisteredTerm
  | SentencesTerm
  | SentenceEndedTerm
  | DeceasedTerm
  | AgencyTerm
  | AmountTerm
  | CaseHasTerm
  | OpenCaseTerm
  | RelievedTerm
  | CountyTerm
  | OwnCountyTerm
  | EndedInConvictionTerm;
