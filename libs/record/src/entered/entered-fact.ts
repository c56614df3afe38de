import type { CellRef } from '../history.ts';
import type { LocalDate } from '../local-date.ts';

/** Where a person read a fact that the state's file lacks. */
export const factSources = ['court_file', 'docket', 'lab_report', 'police_report', 'record_copy'] as const;
export type FactSource = (typeof factSources)[number];

/** What a disposition or a later order comes to, as the dictionary of dispositions says it. */
interface Worded {
  /** The words of the order, as they are shown. */
  readonly text: string;
  /** The day of the order; undefined where the source does not give it. */
  readonly date?: LocalDate;
}

/**
 * What a person entered. A fact about one conviction names it by `Conviction.key`; a birth date and an unread row are
 * facts about the person. "Which row is right" is the value of that row, entered.
 */
export type EnteredValue =
  | { readonly kind: 'birth_date'; readonly date: LocalDate }
  | { readonly kind: 'conviction_date'; readonly conviction: string; readonly date: LocalDate }
  | { readonly kind: 'offense_date'; readonly conviction: string; readonly date: LocalDate }
  | { readonly kind: 'sentence_end'; readonly conviction: string; readonly date: LocalDate }
  | {
      readonly kind: 'severity';
      readonly conviction: string;
      /** What the conviction was for on the day it was made; a later reduction is a `relief`. */
      readonly severity: 'felony' | 'misdemeanor' | 'infraction';
    }
  | { readonly kind: 'amount'; readonly conviction: string; readonly grams: number }
  | ({
      readonly kind: 'disposition';
      readonly conviction: string;
      readonly means: 'convicted' | 'not_convicted';
    } & Worded)
  | ({
      readonly kind: 'relief';
      readonly conviction: string;
      /** `none`: no later order is in the court's file. */
      readonly means: 'none' | 'reduced' | 'relieved';
    } & Worded)
  | {
      readonly kind: 'not_same_person';
      readonly conviction: string;
      /** Only this count, or everything of its arrest cycle. */
      readonly scope: 'conviction' | 'cycle';
    }
  | {
      readonly kind: 'unread_row';
      /** Names the row's text without holding it, so that the row is found again in a newer file. */
      readonly row: string;
      readonly line: number;
      /** `nothing`: the row tells of no conviction, sentence, order or registration. */
      readonly bears: 'nothing' | 'conviction';
      readonly text: string;
    };

export type EnteredKind = EnteredValue['kind'];

/** One fact that a person entered beside the state's file, signed and dated. It never changes the file. */
export type EnteredFact = EnteredValue & {
  readonly id: string;
  readonly source: FactSource;
  /** Where to find it there: a docket number, a page, an exhibit. */
  readonly reference: string;
  /** Who entered it, as it is shown. */
  readonly by: string;
  readonly on: LocalDate;
};

/** Where a trace points for a fact that stands in no cell of the file. */
export function enteredCell({ id }: Pick<EnteredFact, 'id'>): CellRef {
  return { line: 0, column: 'RECORD_ID', entered: id };
}
