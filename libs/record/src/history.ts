import type { ColumnName } from './columns.ts';
import type { EnteredFact } from './entered/entered-fact.ts';
import type { DateRange } from './local-date.ts';
import type { OffenseText } from './statute.ts';

/** A cell of the original file: the line as a text editor counts it (from 1) and the column. */
export interface CellRef {
  readonly line: number;
  readonly column: ColumnName;
  /** The id of a fact that a person entered: then it stands in no cell, and line and column say nothing. */
  readonly entered?: string;
}

/**
 * One accepted line of the file: always 95 cells in file order, decoded but otherwise as they stood (untrimmed).
 * Cells that are never stored (see `keptColumns`) are empty when the row comes from the database.
 */
export interface HistoryRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type StepKind = 'arrest' | 'court' | 'registration' | 'deceased' | 'other';

/**
 * What a disposition's wording means. `adjudicated` is a juvenile court's finding, which is no conviction (WIC 203).
 * `unknown` is a wording that the dictionary does not hold, or none at all.
 */
export type DispositionKind =
  'convicted' | 'adjudicated' | 'not_convicted' | 'relieved' | 'reduced' | 'other' | 'pending' | 'unknown';

/** One disposition of a count, as one of its rows has it. */
export interface Disposition {
  readonly kind: DispositionKind;
  readonly text: string;
  readonly cell: CellRef;
}

/** One count of one step: its rows share a CNT_ORDER; rows after the first add sentence parts or later dispositions. */
export interface Count {
  /** CNT_ORDER, twelve digits; empty where the row has none (registrations and deaths). */
  readonly order: string;
  /** By the days of their dispositions, those of one day in file order. */
  readonly rows: readonly HistoryRow[];
  /** What the person was charged with (or what the comment says where the description is empty). */
  readonly charged: OffenseText;
  /** What the person was convicted of, where CONV_OFFENSE_DESCR says something else; otherwise `charged`. */
  readonly offense: OffenseText;
  /**
   * The one that decided the count: the first conviction; where there is none the first acquittal, dismissal or relief;
   * then the first whose wording is not known; then the first that says anything.
   */
  readonly disposition: Disposition;
  /** Every disposition of the count in the order of its rows, the one above among them; relief comes as a later one. */
  readonly dispositions: readonly Disposition[];
  /** Further charges that comments of the count name; undefined where none does. */
  readonly commentCharges: OffenseText | undefined;
}

export interface Step {
  /** The first six digits of CNT_ORDER, cycle and step. Rows of different kinds under one number are steps of their own. */
  readonly order: string;
  readonly kind: StepKind;
  readonly typeText: string;
  /** Undefined where the cell holds no date at all. */
  readonly date: DateRange | undefined;
  readonly agency: { readonly code: string; readonly name: string; readonly county: string };
  readonly counts: readonly Count[];
}

export interface Cycle {
  /** The first three digits of CNT_ORDER; empty for rows that belong to no cycle. */
  readonly order: string;
  readonly date: DateRange | undefined;
  readonly steps: readonly Step[];
}

/** A count with the step and the cycle that it stands in. */
export interface PlacedCount {
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
  /** OFN of the count, or of the first count of its step that has one; empty for none. */
  readonly caseNumber: string;
}

/**
 * Who says that there was a conviction: a criminal court; a court that finds juveniles to be wards; or only an arrest, a
 * prison, a probation office, so that no court row tells of it.
 */
export type ToldBy = 'court' | 'juvenile_court' | 'other_agency';

/**
 * A count that ended in a conviction, which a later disposition may have relieved; or one that may have: its disposition
 * is blank or in no dictionary, a juvenile court found it true, or no court row tells of it. A count of which the file has
 * only the reduction is a conviction too; one of which it has only the relief is none any more.
 */
export interface Conviction extends PlacedCount {
  /**
   * Stable within a person, from one file to the next: case number, CNT_ORDER's count, section and date, as written,
   * joined by `|`. Court counts that would share a key get `#2`, `#3` … in file order, whatever became of each: learning
   * what a disposition means changes no key. Of a count that no court row tells of the key begins with `~`.
   */
  readonly key: string;
  /**
   * False where the disposition of the count is blank or in no dictionary, and no row of the same count settles it; where
   * the file has only its reduction, which may be that of such a count of the same case; and where no criminal court
   * tells of it.
   */
  readonly certain: boolean;
  readonly toldBy: ToldBy;
  /** Other court counts that report this very conviction: sentenced after the plea, resentenced, or told twice. */
  readonly reports: readonly PlacedCount[];
  /** An earlier one of these convictions which this may be, told again under a number or a count of another spelling. */
  readonly mayRepeat: Conviction | undefined;
  /** STP_ORI_CNTY_NAME, trimmed and upper case; empty when the file does not say. */
  readonly county: string;
  readonly date: DateRange | undefined;
}

/** A row of the person that could not be read. What it says is unknown, but that it is there. */
export interface UnreadRow {
  readonly line: number;
}

/** What is known of a person beside the rows that could be read. */
export interface Beside {
  readonly unread?: readonly UnreadRow[];
  readonly entered?: readonly EnteredFact[];
}

/** The whole history of one person. Cycles, steps and counts stand by number, then in file order. */
export interface History {
  /** In file order. */
  readonly rows: readonly HistoryRow[];
  readonly cycles: readonly Cycle[];
  /** Every count of a court step. */
  readonly courtCounts: readonly PlacedCount[];
  /** Those that are certain and those that are not. */
  readonly convictions: readonly Conviction[];
  /** In file order. */
  readonly unread: readonly UnreadRow[];
  /** What people entered beside the file, in the order of their ids. */
  readonly entered: readonly EnteredFact[];
}
