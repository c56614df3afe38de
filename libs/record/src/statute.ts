import type { CellRef } from './history.ts';
import type { StatuteCode } from './statute/codes.ts';

/** One section of law that a text names. */
export interface StatuteRef {
  /** Undefined where the text leaves the code out, or names one that is not known. */
  readonly code: StatuteCode | undefined;
  /** As it is cited, letters in lower case: `11357`, `11357.5`, `288a`. */
  readonly section: string;
  /** From the outside in, lower case: `11360(A)(3)` has `['a', '3']`. */
  readonly subdivisions: readonly string[];
  /** Charged with PC 664: an attempt at this. */
  readonly attempt?: boolean;
  /** Charged with PC 182: a conspiracy to do this. */
  readonly conspiracy?: boolean;
  /** Charged with PC 32: accessory to this. */
  readonly accessory?: boolean;
}

/** What a cell says that an offense was. */
export interface OffenseText {
  /** The cell, trimmed; empty where neither the description nor the comment says anything. */
  readonly text: string;
  readonly cell: CellRef;
  readonly source: 'description' | 'comment';
  /** Every section that the text names, in its order. */
  readonly references: readonly StatuteRef[];
  /**
   * What stands where a section should and could not be read as one; empty where there is no text at all. Undefined
   * means that the text was understood. An offense that was not is unknown, never some other offense.
   */
  readonly unparsed?: string;
}
