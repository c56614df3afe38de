import { outcomes, type ConvictionFilter } from '@clearance/contract';
import { decisionWords, outcomeWords, severityWords, stateWords } from '../ui/words.ts';
import { manyKeys, valuesOf, type FilterKey, type FilterValue, type ManyKey } from './filter.ts';
import { flagWord, humanized } from './flag-words.ts';
import { sectionWord } from './section-word.ts';

/** The words over the filters; `state` would be read as the State of California. */
export const filterLabels: Readonly<Record<FilterKey, string>> = {
  state: 'Stage',
  outcome: 'Determination',
  section: 'Section',
  severity: 'Severity',
  reason: 'Reason',
  ruleId: 'Rule',
  decade: 'Decade',
  court: 'Court',
  flag: 'Flag',
  notFlag: 'Without flag',
  flagsKey: 'Flags',
  decision: 'Recommended',
  recommenderId: 'Recommended by',
  mine: 'By whom',
  changed: 'History',
  bulkReviewId: 'Bulk review',
  personId: 'Person',
  q: 'Case number',
};

/** Rule ids with the sentence that each stands for, as far as the answers on screen tell. */
export type Reasons = Readonly<Record<string, string>>;

const wordOf = (words: Readonly<Record<string, { word: string }>>, value: FilterValue) =>
  words[String(value)]?.word ?? humanized(String(value));

const valueWords: Readonly<Partial<Record<ManyKey, (value: FilterValue, reasons: Reasons) => string>>> = {
  state: (value) => wordOf(stateWords, value),
  outcome: (value) => wordOf(outcomeWords, value),
  severity: (value) => wordOf(severityWords, value),
  decision: (value) => wordOf(decisionWords, value),
  decade: (value) => (value === 0 ? 'Date unknown' : `${value}s`),
  flag: (value) => flagWord(String(value)),
  notFlag: (value) => flagWord(String(value)),
  ruleId: (value, reasons) => reasons[String(value)] ?? humanized(String(value)),
};

/** One value of a filter in the words of the office. */
export function valueWord(key: ManyKey, value: FilterValue, reasons: Reasons = {}): string {
  if (key === 'section') return sectionWord(String(value));
  if (value === '') return 'Not given';
  return valueWords[key]?.(value, reasons) ?? String(value);
}

export interface FilterChipText {
  readonly key: FilterKey;
  readonly label: string;
  readonly text: string;
}

function manyText(key: ManyKey, values: readonly FilterValue[], reasons: Reasons): string {
  const left = key === 'outcome' ? outcomes.filter((outcome) => !values.includes(outcome)) : [];
  if (left.length === 1) return `all but ${valueWord('outcome', left[0] ?? '').toLowerCase()}`;
  const words = values.map((value) => valueWord(key, value, reasons));
  return words.length <= 3 ? words.join(', ') : `${words.slice(0, 2).join(', ')} and ${words.length - 2} more`;
}

/**
 * What narrows the set, one line per filter, in the order in which the filters stand; `batch` is what its bulk review is
 * called.
 */
export function chipsOf(
  filter: ConvictionFilter,
  reasons: Reasons = {},
  batch = 'of one bulk review',
): readonly FilterChipText[] {
  const chips: FilterChipText[] = [];
  const add = (key: FilterKey, text: string) => chips.push({ key, label: filterLabels[key], text });
  if (filter.q) add('q', `begins with ${filter.q}`);
  for (const key of manyKeys) {
    const values = valuesOf(filter, key);
    // A reason says more than the rule it comes from.
    if (key === 'ruleId' && filter.reason) continue;
    if (values.length > 0) add(key, manyText(key, values, reasons));
  }
  if (filter.flagsKey !== undefined) {
    const flags = filter.flagsKey.split(/[,+|\s]+/).filter(Boolean);
    add('flagsKey', flags.length === 0 ? 'none' : `only ${flags.map(flagWord).join(', ')}`);
  }
  if (filter.mine !== undefined) add('mine', filter.mine ? 'recommended by me' : 'recommended by others');
  if (filter.changed !== undefined) add('changed', filter.changed ? 'changed by a newer file' : 'unchanged');
  if (filter.bulkReviewId) add('bulkReviewId', batch);
  if (filter.personId) add('personId', 'of one person');
  return chips;
}
