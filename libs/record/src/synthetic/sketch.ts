import type { ColumnName } from '../columns.ts';
import type { LocalDate } from '../local-date.ts';
import type { SyntheticOffense } from './offenses.ts';
import type { SyntheticConviction } from './truth.ts';

/** Cells of one row that differ from the rest of the person's rows. */
export type Cells = Readonly<Partial<Record<ColumnName, string>>>;

/** A row before its cycle has a number and itself a place in the file. */
export interface RowSketch {
  readonly step: number;
  /** 0 where the row leaves CNT_ORDER blank. */
  readonly count: number;
  readonly cells: Cells;
  /** Set on the first row of a conviction, and of a count that nobody can tell to be one. */
  readonly conviction?: ConvictionSketch;
}

/** What the truth says of a marijuana conviction before the whole life is known. */
export type ToldConviction = Pick<
  SyntheticConviction,
  | 'key'
  | 'certain'
  | 'caseNumber'
  | 'section'
  | 'subdivision'
  | 'made'
  | 'historic'
  | 'readFrom'
  | 'severity'
  | 'dateOnFile'
  | 'relief'
>;

export interface ConvictionSketch {
  /** False where the disposition is a wording that no dictionary holds. */
  readonly certain: boolean;
  readonly date: LocalDate;
  readonly county: string;
  readonly offense: SyntheticOffense;
  /** Of a marijuana conviction. */
  readonly told: ToldConviction | undefined;
}

export interface CycleSketch {
  readonly date: LocalDate;
  readonly rows: readonly RowSketch[];
  /** Court counts with a wording that no dictionary holds. */
  readonly unknownDispositions: number;
}

/** `YYYYMMDD` */
export function digitsOf(date: LocalDate): string {
  return date.replaceAll('-', '');
}
