import type { Impact } from '@clearance/contract';
import { raceWord } from '../record/person-words.ts';
import { number } from '../ui/format.ts';
import { outcomeWords, severityWords, type Outcome } from '../ui/words.ts';
import { outcomeOrder } from './flow-layout.ts';

export type Dimension = keyof Impact['by'];
type OutcomeCounts = Impact['byOutcome'];

/** `+120`, `−45`, `no change`. */
export function difference(before: number, after: number): string {
  if (after === before) return 'no change';
  return after > before ? `+${number(after - before)}` : `−${number(before - after)}`;
}

/** What convictions are told apart by, with the words of its picture. */
export const dimensionWords: Readonly<Record<Dimension, { readonly title: string; readonly column: string }>> = {
  section: { title: 'By section', column: 'Section' },
  severity: { title: 'By severity', column: 'Severity' },
  decade: { title: 'By decade', column: 'Decade of the conviction' },
  race: { title: 'By race', column: 'Race, as the file writes it' },
  age: { title: 'By age', column: 'Age on the as-of date' },
  agency: { title: 'By prosecuting agency', column: 'Agency' },
};

/** Which convictions the bars count. */
export const counts = ['relief', ...outcomeOrder] as const;
export type Count = (typeof counts)[number];
export const countWords = (count: Count): string =>
  count === 'relief' ? 'Dismiss or reduce' : outcomeWords[count].word;

export const countOf = (of: OutcomeCounts | undefined, count: Count): number =>
  of === undefined ? 0 : count === 'relief' ? of.dismiss + of.reduce : of[count];

/** A value of a dimension in the office's words: `PETTY CITY` → `Petty City`, `unknown` → `Unknown`. */
export function valueWords(dimension: Dimension, value: string): string {
  if (value === 'unknown') return 'Unknown';
  if (dimension === 'severity' && value in severityWords)
    return severityWords[value as keyof typeof severityWords].word;
  if (dimension === 'race') return raceWord(value);
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** The order of values: decades and sections as they run, ages from young to old, unknown last. */
const ages = ['under 21', '21–29', '30–39', '40–49', '50–59', '60 and older'];
export function valuesOf(dimension: Dimension, before: Impact, after: Impact): readonly string[] {
  const values = [...new Set([...Object.keys(before.by[dimension]), ...Object.keys(after.by[dimension])])];
  const rank = (value: string) => (value === 'unknown' ? 1_000 : dimension === 'age' ? ages.indexOf(value) : 0);
  return values.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** Every outcome of every value, before and after: the table behind a picture, and its file. */
export function dimensionTable(dimension: Dimension, before: Impact, after: Impact) {
  const shown = outcomeOrder.filter((outcome) => before.byOutcome[outcome] + after.byOutcome[outcome] > 0);
  const words = (outcome: Outcome, side: string) => `${outcomeWords[outcome].word}, ${side}`;
  return {
    columns: [
      dimensionWords[dimension].column,
      ...shown.flatMap((outcome) => [words(outcome, 'before'), words(outcome, 'after')]),
    ],
    rows: valuesOf(dimension, before, after).map((value) => [
      valueWords(dimension, value),
      ...shown.flatMap((outcome) => [
        countOf(before.by[dimension][value], outcome),
        countOf(after.by[dimension][value], outcome),
      ]),
    ]),
  };
}

/** The figures about people, in the order in which they are read. */
export const peopleFigures = [
  ['withRelief', 'with a conviction dismissed or reduced'],
  ['noFelonyLeft', 'with no felony left'],
  ['noConvictionLeft', 'with no conviction left'],
  ['noneInSevenYears', 'with no conviction left in the last seven years'],
] as const;
