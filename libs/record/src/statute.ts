import type { CellRef } from './history.ts';
import type { StatuteCode } from './statute/codes.ts';

/** How a person took part in an offense, or that nobody can read how. */
export type Manner = 'attempt' | 'conspiracy' | 'accessory' | 'solicitation' | 'unread';

/** One section of law that a text names. */
export interface StatuteRef {
  /** Undefined where the text leaves the code out, names one that is not known, or one that has no such section. */
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
  /** Charged with PC 653f: soliciting somebody else to do this. */
  readonly solicitation?: boolean;
  /** What it may be, besides what it surely is: the record hints at it, or a qualifier cannot be read (`unread`). */
  readonly perhaps?: readonly Manner[];
  /** Why this section is probably meant and not surely: a slip of the pen. Ends a sentence. */
  readonly doubt?: string;
}

/** What a cell says that an offense was. */
export interface OffenseText {
  /** The cell, trimmed; empty where neither the description nor the comment says anything. */
  readonly text: string;
  readonly cell: CellRef;
  /** Other cells that say something about it, such as its qualifiers. */
  readonly besides?: readonly CellRef[];
  readonly source: 'description' | 'comment';
  /** Every section that the text names, in its order. */
  readonly references: readonly StatuteRef[];
  /**
   * What stands where a section should and could not be read as one; empty where there is no text at all. Undefined
   * means that the text was understood. An offense that was not is unknown, never some other offense.
   */
  readonly unparsed?: string;
  /** Another offense that another cell of the same count says it was; nobody can tell which of the two it is. */
  readonly contradicted?: OffenseText;
}
