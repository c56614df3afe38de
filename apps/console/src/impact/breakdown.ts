import type { Impact } from '@clearance/contract';
import { severityOrder } from '../home/by-section.ts';
import { raceWord } from '../record/person-words.ts';
import { outcomeWords, severityWords, type Outcome, type Severity } from '../ui/words.ts';

export type Dimension = keyof Impact['by'];
export type OutcomeCounts = Impact['byOutcome'];

/** The outcomes as the bars divide them: four shades can be told apart, six cannot. The tables have all six. */
export const shares: readonly { readonly word: string; readonly of: readonly Outcome[] }[] = [
  { word: 'Dismiss', of: ['dismiss'] },
  { word: 'Reduce', of: ['reduce'] },
  { word: 'Refer or review', of: ['refer', 'needs_review'] },
  { word: 'Not eligible or out of scope', of: ['not_eligible', 'out_of_scope'] },
];

/** The order of the columns of a table. */
export const outcomeOrder: readonly Outcome[] = shares.flatMap(({ of }) => of);
export const outcomeColumns: readonly string[] = outcomeOrder.map((outcome) => outcomeWords[outcome].word);

export interface BreakdownRow {
  readonly key: string;
  readonly label: string;
  readonly counts: OutcomeCounts;
  readonly total: number;
}

const totalOf = (counts: OutcomeCounts) => outcomeOrder.reduce((sum, outcome) => sum + counts[outcome], 0);

/** How much of a row belongs to each share. */
export const partsOf = ({ counts }: BreakdownRow): readonly number[] =>
  shares.map(({ of }) => of.reduce((sum, outcome) => sum + counts[outcome], 0));

/** The convictions of one dimension in the order in which people read it, what is not known last. */
export function breakdown(dimension: Dimension, by: Impact['by']): readonly BreakdownRow[] {
  const rows = Object.entries(by[dimension]).map(([key, counts]) => ({
    ...{ key, counts },
    label: labelOf(dimension, key),
    total: totalOf(counts),
  }));
  return rows.sort(
    (a, b) =>
      Number(a.key === 'unknown') - Number(b.key === 'unknown') ||
      orders[dimension](a, b) ||
      a.label.localeCompare(b.label),
  );
}

type Order = (a: BreakdownRow, b: BreakdownRow) => number;
const byName: Order = (a, b) => a.key.localeCompare(b.key);
const greatestFirst: Order = (a, b) => b.total - a.total;
/** `under 21` before `21–29`. */
const byAge: Order = (a, b) => ageFrom(a.key) - ageFrom(b.key);
const ageFrom = (band: string) => (band.startsWith('under') ? 0 : Number.parseInt(band, 10));
const place = (key: string) => severityOrder.indexOf(key as Severity);

const orders: Readonly<Record<Dimension, Order>> = {
  section: byName,
  severity: (a, b) => place(a.key) - place(b.key),
  decade: byName,
  race: greatestFirst,
  age: byAge,
  agency: greatestFirst,
};

function labelOf(dimension: Dimension, key: string): string {
  if (dimension === 'severity') return severityWords[key as Severity].word;
  if (key === 'unknown') return dimension === 'section' ? 'Section unreadable' : 'Not known';
  if (dimension === 'race') return raceWord(key);
  return dimension === 'age' ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}
