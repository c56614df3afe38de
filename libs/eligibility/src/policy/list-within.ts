import type { InchoateRule, ListEntry, Statute, StatuteList } from '../lists/statute-list.ts';
import { parseStatute } from '../lists/statute-list.ts';
import type { Within } from './contradiction.ts';
import type { Policy } from './policy.ts';
import { Effort } from './satisfiable.ts';

/**
 * Whether every offense that is in one list of a policy is in another of its lists, as far as the entries tell. Each two
 * lists are compared once; what cannot be compared with the effort that is left is not known to be within.
 */
export function listsWithin({ lists }: Policy, effort = new Effort()): Within {
  const read = new Map<string, ReadList>();
  const known = new Map<string, boolean>();
  const listNamed = (name: string): ReadList | undefined => {
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
    let found = read.get(name);
    if (list && !found) read.set(name, (found = readList(list, effort)));
    return found;
  };
  return (name, other) => {
    if (name === other) return true;
    const key = `${name} ${other}`;
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = isWithin(listNamed(name), listNamed(other), effort)));
    return answer;
  };
}

interface Read {
  readonly entry: ListEntry;
  readonly statute: Statute;
}

/** A list with its statutes taken apart, and found by code and section. */
interface ReadList {
  readonly list: StatuteList;
  readonly entries: readonly Read[];
  readonly bySection: ReadonlyMap<string, readonly Read[]>;
}

const sectionOf = ({ code, section }: Statute): string => `${code} ${section}`;

function readList(list: StatuteList, effort: Effort): ReadList {
  effort.spend(list.entries.length);
  const entries = list.entries.flatMap((entry): Read[] => {
    const statute = parseStatute(entry.statute);
    return statute ? [{ entry, statute }] : [];
  });
  return { list, entries, bySection: Map.groupBy(entries, ({ statute }) => sectionOf(statute)) };
}

function isWithin(one: ReadList | undefined, other: ReadList | undefined, effort: Effort): boolean {
  if (!one || !other || (one.list.pairs ?? []).length > 0) return false;
  const rules = ['attempts', 'conspiracies', 'accessories'] as const;
  if (!rules.every((rule) => isAsWide(one.list[rule], other.list[rule]))) return false;
  // An entry that cannot be read is in no list.
  if (one.entries.length < one.list.entries.length) return false;
  return one.entries.every((entry) => {
    const wider = other.bySection.get(sectionOf(entry.statute)) ?? [];
    effort.spend(1 + wider.length);
    return !effort.isSpent && wider.some((candidate) => coversEntry(candidate, entry));
  });
}

function isAsWide(rule: InchoateRule, other: InchoateRule): boolean {
  return rule === 'does_not_count' || other === 'counts' || rule === other;
}

function coversEntry({ entry: wider, statute: a }: Read, { entry, statute: b }: Read): boolean {
  if (wider === entry) return true;
  if (wider.exactly || wider.may !== undefined || wider.from !== undefined || wider.to !== undefined) return false;
  if (wider.attempts !== undefined || entry.attempts !== undefined) return false;
  return a.subdivisions.every((name, depth) => b.subdivisions[depth] === name);
}
