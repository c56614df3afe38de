import { at, removeAt, replaceAt } from './json-path.ts';
import type { Condition, Policy, StatuteList } from './policy.ts';
import { partsOf } from './conditions.ts';

/** A list to begin with; its day is the day on which somebody checks it against the law. */
export const blankList = (asOf: string): StatuteList => ({
  title: '',
  cite: '',
  asOf,
  entries: [{ statute: '' }],
  attempts: 'unclear',
  conspiracies: 'unclear',
  accessories: 'unclear',
});

export const withList = (policy: Policy, name: string, list: StatuteList): Policy =>
  replaceAt(policy, ['lists', name], list);
export const withoutList = (policy: Policy, name: string): Policy => removeAt(policy, ['lists', name]);
/** The name of a new list. People see its title only. */
export const listName = (suggestion: string): string => `list_${suggestion.toLowerCase().slice(0, 8)}`;

/** What a list is called: its title as it completes "one of the …". */
export function listTitle(policy: Policy, name: string): string {
  const title = at(policy, ['lists', name, 'title']);
  return typeof title === 'string' && title !== '' ? title : 'list without a title';
}

/** The places (from 1) of the rules that ask for a list. */
export function rulesAsking(policy: Policy, name: string): readonly number[] {
  return policy.rules.flatMap(({ when }, index) => (asksFor(when, name) ? [index + 1] : []));
}

function asksFor(condition: Condition, name: string): boolean {
  const parts = partsOf(condition);
  if (parts.length > 0) return parts.some(({ part }) => asksFor(part, name));
  const fields = condition as { readonly term?: string; readonly in?: unknown; readonly list?: unknown };
  return fields.list === name || (fields.term === 'offense' && fields.in === name);
}
