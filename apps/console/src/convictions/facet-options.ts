import { outcomes, states, type ConvictionFacets, type ConvictionFilter } from '@clearance/contract';
import type { FilterOption } from './FilterMenu.tsx';
import { valuesOf, type FilterValue, type ManyKey } from './filter.ts';
import { valueWord, type Reasons } from './filter-words.ts';

const fixedOrder: Readonly<Partial<Record<ManyKey, readonly FilterValue[]>>> = {
  state: states,
  outcome: outcomes,
  severity: ['felony', 'misdemeanor', 'infraction', 'unknown'],
};

/**
 * What one filter offers: the values that the API counted, and those that are chosen although nothing is left of them.
 * Stages, determinations and severities stand in their order, decades by year, everything else the most frequent first.
 */
export function optionsOf(
  key: ManyKey,
  facets: ConvictionFacets | undefined,
  filter: ConvictionFilter,
  reasons: Reasons,
): readonly FilterOption[] {
  const counted = facets?.[key] ?? [];
  const known = new Map<FilterValue, number | undefined>(counted.map(({ value, count }) => [value, count]));
  for (const value of valuesOf(filter, key)) if (!known.has(value)) known.set(value, undefined);
  const options = [...known].map(([value, count]) => ({ value, count, word: valueWord(key, value, reasons) }));
  const order = fixedOrder[key];
  return options.sort((a, b) => {
    if (order) return order.indexOf(a.value) - order.indexOf(b.value);
    if (key === 'decade') return Number(a.value) - Number(b.value);
    return (b.count ?? 0) - (a.count ?? 0) || a.word.localeCompare(b.word);
  });
}
