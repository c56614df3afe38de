import type { LocalDate, Manner, OffenseText, StatuteRef } from '@clearance/record';
import { statuteText } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Fact } from '../fact.ts';
import { boundsOf } from '../fact.ts';
import type { InchoateRule, ListEntry, Statute, StatuteList } from './statute-list.ts';
import { parseStatute } from './statute-list.ts';

/** Whether an offense is in a list; the sections by which it is; and the reason where that is unknown. */
export interface ListMatch {
  readonly result: Truth;
  /** Code and section as numbered today, such as `HS 11357`, of what is (or may be) in the list. */
  readonly sections: readonly string[];
  readonly why?: string;
}

interface Compiled {
  readonly entry: ListEntry;
  readonly statute: Statute;
}

const compiledLists = new WeakMap<StatuteList, ReadonlyMap<string, readonly Compiled[]>>();

/** The entries by section number; a compiled list is kept as long as the policy it belongs to. */
function compiled(list: StatuteList): ReadonlyMap<string, readonly Compiled[]> {
  const cached = compiledLists.get(list);
  if (cached) return cached;
  const bySection = new Map<string, Compiled[]>();
  for (const entry of list.entries) {
    const statute = parseStatute(entry.statute);
    if (!statute) throw new RangeError(`not a statute: ${entry.statute}`);
    const entries = bySection.get(statute.section);
    if (entries) entries.push({ entry, statute });
    else bySection.set(statute.section, [{ entry, statute }]);
  }
  compiledLists.set(list, bySection);
  return bySection;
}

/**
 * Tries an offense on a list, by structure: `PC 245(a)(1)` is not `PC 245(d)(3)`, `PC 245` may be, and `HS 11357.5` is
 * not `HS 11357`. An offense that cannot be read may be anything.
 *
 * @param date when the person was convicted: a historic number is that offense only while it was in force
 */
export function matchOffense(list: StatuteList, offense: OffenseText, date: Fact<LocalDate>): ListMatch {
  const { contradicted } = offense;
  if (!contradicted) return matchReading(list, offense, date);
  const [one, other] = [matchReading(list, offense, date), matchReading(list, contradicted, date)];
  const sections = [...new Set([...one.sections, ...other.sections])];
  const isSame = sections.length === one.sections.length && sections.length === other.sections.length;
  if (one.result === other.result && isSame) return one;
  return { result: 'unknown', sections, why: contradiction(offense, contradicted) };
}

/** Why nobody can tell which of two offenses it was. */
export function contradiction(offense: OffenseText, other: OffenseText): string {
  return `one cell says "${offense.text}", another "${other.text}"`;
}

function matchReading(list: StatuteList, offense: OffenseText, date: Fact<LocalDate>): ListMatch {
  let unknown: ListMatch | undefined;
  const sections: string[] = [];
  for (const reference of offense.references) {
    const match = matchReference(list, reference, date);
    if (match.result === true) sections.push(...match.sections.filter((section) => !sections.includes(section)));
    else if (match.result === 'unknown') unknown ??= match;
  }
  if (sections.length > 0) return { result: true, sections };
  if (unknown) return unknown;
  if (offense.references.length > 0 && offense.unparsed === undefined) return NO_MATCH;
  return { result: 'unknown', sections: [], why: unreadable(offense) };
}

const NO_MATCH: ListMatch = { result: false, sections: [] };

function unreadable(offense: OffenseText): string {
  return offense.text === '' ? 'the offense is not given' : `the offense "${offense.text}" cannot be read`;
}

function matchReference(list: StatuteList, reference: StatuteRef, date: Fact<LocalDate>): ListMatch {
  let unknown: ListMatch | undefined;
  for (const { entry, statute } of compiled(list).get(reference.section) ?? []) {
    if (reference.code !== undefined && statute.code !== reference.code) continue;
    const doubt = doubtAbout(list, entry, statute, reference, date);
    if (doubt === 'differs') continue;
    const sections = [entry.nowKnownAs ?? `${statute.code} ${statute.section}`];
    if (doubt === undefined) return { result: true, sections };
    unknown ??= { result: 'unknown', sections, why: `${statuteText(reference)}: ${doubt}` };
  }
  return unknown ?? NO_MATCH;
}

/** Undefined: it is the entry. `differs`: it is not. Otherwise the reason why that is unknown. */
function doubtAbout(
  list: StatuteList,
  entry: ListEntry,
  statute: Statute,
  reference: StatuteRef,
  date: Fact<LocalDate>,
): string | undefined {
  const shared = Math.min(statute.subdivisions.length, reference.subdivisions.length);
  for (let depth = 0; depth < shared; depth += 1) {
    if (statute.subdivisions[depth] !== reference.subdivisions[depth]) return 'differs';
  }
  if (entry.exactly && reference.subdivisions.length > statute.subdivisions.length) return 'differs';
  const inForce = wasInForce(entry, date);
  if (inForce === false) return 'differs';
  const inchoate = inchoateRule(list, entry, reference);
  if (inchoate === 'does_not_count') return 'differs';
  if (inForce === 'unknown') return `counts as ${entry.nowKnownAs ?? entry.statute} only on certain dates`;
  if (reference.code === undefined) return `may be ${entry.statute}, the code of law is not given`;
  if (reference.subdivisions.length < statute.subdivisions.length) return `may be ${entry.statute}`;
  if (entry.may !== undefined) return entry.may;
  if (reference.doubt !== undefined) return `may be ${entry.statute}: ${reference.doubt}`;
  if (reference.perhaps?.includes('unread')) return 'a qualifier of the offense cannot be read';
  return inchoate === 'unclear' ? 'whether it counts when not completed by the person is not settled' : undefined;
}

function wasInForce(entry: ListEntry, date: Fact<LocalDate>): Truth {
  if (entry.from === undefined && entry.to === undefined) return true;
  const { low, high } = boundsOf(date);
  if (entry.from !== undefined && high !== undefined && high < entry.from) return false;
  if (entry.to !== undefined && low !== undefined && low > entry.to) return false;
  const begun = entry.from === undefined || (low !== undefined && low >= entry.from);
  const notEnded = entry.to === undefined || (high !== undefined && high <= entry.to);
  return begun && notEnded ? true : 'unknown';
}

function inchoateRule(list: StatuteList, entry: ListEntry, reference: StatuteRef): InchoateRule {
  const rules: InchoateRule[] = [];
  const ruleOf = (manner: Manner): InchoateRule => {
    if (manner === 'attempt') return entry.attempts ?? list.attempts;
    if (manner === 'conspiracy') return list.conspiracies;
    // Soliciting is an offense of its own (PC 653f): whether a list means it with the offense solicited is not said.
    return manner === 'accessory' ? list.accessories : 'unclear';
  };
  for (const manner of MANNERS) if (reference[manner]) rules.push(ruleOf(manner));
  if (rules.includes('does_not_count')) return 'does_not_count';
  // What it may be counts for nothing more than a doubt.
  for (const manner of reference.perhaps ?? []) rules.push(ruleOf(manner) === 'counts' ? 'counts' : 'unclear');
  return rules.includes('unclear') ? 'unclear' : 'counts';
}

const MANNERS = ['attempt', 'conspiracy', 'accessory', 'solicitation'] as const;
