import type { InchoateRule, ListEntry, StatuteList } from '../lists/statute-list.ts';
import { parseStatute } from '../lists/statute-list.ts';
import type { Within } from './contradiction.ts';
import type { Policy } from './policy.ts';

/** Whether every offense that is in one list of a policy is in another of its lists, as far as the entries tell. */
export function listsWithin({ lists }: Policy): Within {
  return (name, other) => name === other || isWithin(lists[name], lists[other]);
}

function isWithin(list: StatuteList | undefined, other: StatuteList | undefined): boolean {
  if (!list || !other || (list.pairs ?? []).length > 0) return false;
  const rules = ['attempts', 'conspiracies', 'accessories'] as const;
  if (!rules.every((rule) => isAsWide(list[rule], other[rule]))) return false;
  return list.entries.every((entry) => other.entries.some((wider) => coversEntry(wider, entry)));
}

function isAsWide(rule: InchoateRule, other: InchoateRule): boolean {
  return rule === 'does_not_count' || other === 'counts' || rule === other;
}

function coversEntry(wider: ListEntry, entry: ListEntry): boolean {
  if (wider === entry) return true;
  if (wider.exactly || wider.may !== undefined || wider.from !== undefined || wider.to !== undefined) return false;
  if (wider.attempts !== undefined || entry.attempts !== undefined) return false;
  const [a, b] = [parseStatute(wider.statute), parseStatute(entry.statute)];
  if (!a || !b || a.code !== b.code || a.section !== b.section) return false;
  return a.subdivisions.every((name, depth) => b.subdivisions[depth] === name);
}
