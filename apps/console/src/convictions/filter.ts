import {
  convictionFilter,
  outcomes,
  startsOf,
  type BulkReviewBody,
  type ConvictionFilter,
  type State,
} from '@clearance/contract';
import { markOf, numberOf } from './typed-number.ts';

/** Filters that hold several values at once. */
export const manyKeys = [
  'state',
  'outcome',
  'section',
  'severity',
  'reason',
  'ruleId',
  'decade',
  'court',
  'flag',
  'notFlag',
  'decision',
] as const;
export type ManyKey = (typeof manyKeys)[number];
export type FilterKey = keyof ConvictionFilter;
export type FilterValue = string | number;

/** What a reviewer finds on opening the queue: everything that waits for a reviewer and that the policy speaks about. */
export const waitingForReview: ConvictionFilter = {
  state: ['evaluated', 'returned', 'needs_facts'],
  outcome: outcomes.filter((outcome) => outcome !== 'out_of_scope'),
};

/** What an approver finds: everything that waits for a second person. */
export const waitingForApproval: ConvictionFilter = { state: ['recommended'] };

/** A filter out of an address; undefined when it is none. A case number that was typed in another tab is left out. */
export function readFilter(text: string): ConvictionFilter | undefined {
  try {
    const read = convictionFilter.safeParse(JSON.parse(text)).data;
    if (!read) return undefined;
    const { q, ...filter } = read;
    const number = q === undefined ? undefined : numberOf(q);
    return number === undefined ? filter : { ...filter, q: number };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * A filter as one text: keys and values in a fixed order, so that equal filters are equal texts. A key without values
 * stays, because it matches nothing.
 */
export function filterText(filter: ConvictionFilter): string {
  const entries = Object.entries(filter as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, Array.isArray(value) ? [...(value as FilterValue[])].sort() : value] as const)
    .sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify(Object.fromEntries(entries));
}

/** A filter as an address has it: a mark stands for the case number. */
export const addressText = (filter: ConvictionFilter): string =>
  filterText(filter.q === undefined ? filter : { ...filter, q: markOf(filter.q) });

export const sameFilter = (a: ConvictionFilter, b: ConvictionFilter): boolean => filterText(a) === filterText(b);

export const valuesOf = (filter: ConvictionFilter, key: ManyKey): readonly FilterValue[] => filter[key] ?? [];

/** The filter without one of its keys; the rule goes with the reason that it gave. */
export function without(filter: ConvictionFilter, key: FilterKey): ConvictionFilter {
  const { [key]: _gone, ...rest }: ConvictionFilter = filter;
  if (key !== 'reason') return rest;
  const { ruleId: _rule, ...others }: ConvictionFilter = rest;
  return others;
}

/** The filter with `values` for `key`; no values takes the key away. Other reasons may come from other rules. */
export function withValues(filter: ConvictionFilter, key: ManyKey, values: readonly FilterValue[]): ConvictionFilter {
  const others = without(filter, key);
  return values.length === 0 ? others : { ...others, [key]: values };
}

/** One value put in, or taken out when it was there. */
export function toggled(filter: ConvictionFilter, key: ManyKey, value: FilterValue): ConvictionFilter {
  const values = valuesOf(filter, key);
  return withValues(
    filter,
    key,
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  );
}

export type BulkVerb = BulkReviewBody['verb'];

/** The stages from which a whole set can be decided that way; a question for facts is withdrawn on its record. */
export const bulkStarts = (verb: BulkVerb): readonly State[] =>
  verb === 'withdraw' ? ['recommended'] : startsOf(verb);

/**
 * The part of a set that a bulk act can move: only the stages from which the act may start. Where none of the filter's
 * stages is one of those, nothing is left.
 */
export function narrowedFor(verb: BulkVerb, filter: ConvictionFilter): ConvictionFilter {
  const starts = bulkStarts(verb);
  const state = filter.state?.filter((one: State) => starts.includes(one));
  return { ...filter, state: state ?? [...starts] };
}
