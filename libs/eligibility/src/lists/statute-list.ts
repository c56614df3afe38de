/** Whether an attempt at (or a conspiracy to, or being accessory to) a listed offense counts as one. */
export type InchoateRule = 'counts' | 'does_not_count' | 'unclear';

/**
 * One entry of a list. `statute` is a code, a section and the subdivisions that matter, `PC 245(d)(3)`: it covers every
 * offense whose subdivisions begin with these. A text that stops short of them (`PC 245`) may be one: unknown.
 */
export interface ListEntry {
  readonly statute: string;
  /** Only when written just so, without a further subdivision. */
  readonly exactly?: boolean;
  /** Why a record alone cannot tell whether the offense belongs here: such an offense is never known to be one. */
  readonly may?: string;
  /** The convictions it applies to, by date; both days included. */
  readonly from?: string;
  readonly to?: string;
  /** The section that took its place, where the number is a historic one. */
  readonly nowKnownAs?: string;
  /** Where an attempt is treated differently from the rest of the list. */
  readonly attempts?: InchoateRule;
}

/** Offenses that are listed only together: the first in the same case as one of the others. */
export interface ListedPair {
  readonly enhancement: string;
  readonly offenses: readonly string[];
}

/** A statute list as dated data: part of the policy that uses it, so that a digest of the policy covers it. */
export interface StatuteList {
  /** Completes "one of the …". */
  readonly title: string;
  /** The same for readers of Spanish. */
  readonly titleEs?: string;
  readonly cite: string;
  /** The day on which the list was last checked against the law. */
  readonly asOf: string;
  readonly entries: readonly ListEntry[];
  readonly pairs?: readonly ListedPair[];
  readonly attempts: InchoateRule;
  readonly conspiracies: InchoateRule;
  readonly accessories: InchoateRule;
  /** What an attorney must confirm about the list. */
  readonly confirm?: string;
}

/** A statute as an entry writes it, taken apart. */
export interface Statute {
  readonly code: string;
  readonly section: string;
  readonly subdivisions: readonly string[];
}

/** How an entry writes a statute. */
export const STATUTE = /^([A-Z]{2,4}) (\d+(?:\.\d+)?[a-z]{0,2})((?:\([a-z0-9]+\))*)$/;

/** Reads `PC 245(d)(3)`; undefined when the text is anything else. */
export function parseStatute(text: string): Statute | undefined {
  const match = STATUTE.exec(text);
  if (!match) return undefined;
  const [, code = '', section = '', path = ''] = match;
  return { code, section, subdivisions: path === '' ? [] : path.slice(1, -1).split(')(') };
}
