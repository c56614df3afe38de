import type { CellRef } from '@clearance/record';

import type { FactName, Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import type { Fact } from '../fact.ts';
import type { StatuteList } from '../lists/statute-list.ts';

/** A fact that is missing, and what was looked at in search of it. */
export interface Missing {
  readonly fact: FactName;
  readonly why: string;
  readonly cells: readonly CellRef[];
  /** For another conviction of the person: its key, and what of it is missing. */
  readonly of?: { readonly conviction: string; readonly fact: FactName };
}

/** What came of trying a term: the result, the value it was tried on, where that stands, and the arithmetic. */
export interface Check {
  readonly result: Truth;
  readonly value: string;
  readonly cells: readonly CellRef[];
  readonly arithmetic?: string;
  /** Why the result is unknown; empty when it is not. */
  readonly missing: readonly Missing[];
}

export type Lists = Readonly<Record<string, StatuteList>>;

/** Tries a term of one kind on a conviction. How it is said stands with the words of each language. */
export type TermCheck<T> = (term: T, subject: Subject, lists: Lists) => Check;

const NOTHING_MISSING: readonly Missing[] = [];

/** A term whose result follows from facts that are known. */
export function settled(result: boolean, value: string, cells: readonly CellRef[], arithmetic?: string): Check {
  const check = { result, value, cells, missing: NOTHING_MISSING };
  return arithmetic === undefined ? check : { ...check, arithmetic };
}

/** A term that cannot be told. */
export function open(value: string, missing: readonly Missing[], arithmetic?: string): Check {
  const cells = missing.flatMap((each) => each.cells);
  const check = { result: 'unknown' as const, value, cells, missing };
  return arithmetic === undefined ? check : { ...check, arithmetic };
}

/** What is missing where a fact is not known; nothing where it is. */
export function missingOf<T>(name: FactName, fact: Fact<T>): Missing[] {
  return fact.state === 'known' ? [] : [{ fact: name, why: fact.why, cells: fact.cells }];
}

/** A list that validation has found to exist. */
export function listNamed(lists: Lists, name: string): StatuteList {
  const list = lists[name];
  if (!list) throw new RangeError(`the policy has no list "${name}"`);
  return list;
}
