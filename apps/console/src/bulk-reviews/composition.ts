import { harmlessCell, outcomes, policyRelations, severities, type ConvictionSet } from '@clearance/contract';
import { valueWord } from '../convictions/filter-words.ts';
import { decisionWords, outcomeWords, severityWords } from '../ui/words.ts';

export interface Bar {
  readonly word: string;
  readonly count: number;
  /** Said beside the word where there is something to look at closer. */
  readonly mark?: string;
  /** Several values in one bar. */
  readonly rest?: true;
}
export interface Picture {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What makes 100%: convictions in the set. */
  readonly whole: number;
  /** Whether one conviction can be in several bars. */
  readonly overlaps?: true;
  /** Said where there are no bars. */
  readonly none: string;
}

const largestFirst = (counts: Readonly<Record<string, number>>, word: (name: string) => string): readonly Bar[] =>
  Object.entries(counts)
    .map(([name, count]) => ({ word: word(name), count }))
    .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word));

/** The largest bars in the order in which they stand, and the rest of them in one. */
export function atMost(bars: readonly Bar[], most: number): readonly Bar[] {
  if (bars.length <= most) return bars;
  const largest = new Set([...bars].sort((a, b) => b.count - a.count).slice(0, most - 1));
  const rest = bars.filter((bar) => !largest.has(bar));
  return [
    ...bars.filter((bar) => largest.has(bar)),
    { word: `${rest.length} others`, count: rest.reduce((sum, { count }) => sum + count, 0), rest: true },
  ];
}

const relationWords = {
  follows: { word: 'Follows it' },
  against: { word: 'Against it', mark: 'Override' },
  undecided: { word: 'It could not decide', mark: 'Judged by hand' },
} as const;

/** What a set is made of, one picture per property, in the order in which one looks at them. */
export function picturesOf(set: ConvictionSet): readonly Picture[] {
  const whole = set.count;
  const pictures: Omit<Picture, 'whole'>[] = [
    {
      title: 'Determination',
      bars: outcomes
        .filter((name) => set.outcomes[name])
        .map((name) => ({ word: outcomeWords[name].word, count: set.outcomes[name] ?? 0 })),
      none: 'The policy has not looked at these.',
    },
    {
      title: 'Severity',
      bars: severities
        .filter((name) => set.severities[name])
        .map((name) => ({ word: severityWords[name].word, count: set.severities[name] ?? 0 })),
      none: 'No severity is known.',
    },
    {
      title: 'Section',
      bars: largestFirst(set.sections, (name) => valueWord('section', name)),
      none: 'No section is known.',
    },
    {
      title: 'Decade of conviction',
      bars: Object.entries(set.decades)
        .map(([decade, count]) => ({ decade: Number(decade), count }))
        .sort((a, b) => a.decade - b.decade)
        .map(({ decade, count }) => ({ word: valueWord('decade', decade), count })),
      none: 'No date is known.',
    },
    {
      title: 'Flags',
      bars: largestFirst(set.flags, (name) => valueWord('flag', name)),
      none: 'None carries a flag.',
      overlaps: true,
    },
  ];
  if (Object.keys(set.decisions).length > 0) {
    pictures.push({
      title: 'Recommended',
      bars: largestFirst(set.decisions, (name) =>
        name in decisionWords ? decisionWords[name as keyof typeof decisionWords].word : name,
      ),
      none: '',
    });
    pictures.push({
      title: 'Compared with the policy',
      bars: policyRelations
        .filter((name) => set.relations[name] > 0)
        .map((name) => ({ count: set.relations[name], ...relationWords[name] })),
      none: '',
    });
  }
  if (Object.keys(set.recommenders).length > 0) {
    pictures.push({ title: 'Recommended by', bars: largestFirst(set.recommenders, (name) => name), none: '' });
  }
  return pictures.map((picture) => ({ ...picture, whole }));
}

/** How much of the set a bar stands for, from 0 to 1; undefined where its values overlap and their sum says nothing. */
export const shareOf = ({ count, rest }: Bar, { whole, overlaps }: Picture): number | undefined =>
  whole === 0 || (rest && overlaps) ? undefined : count / whole;

/** The pictures as a table: property, value, convictions. */
export function compositionCsv(pictures: readonly Omit<Picture, 'whole'>[]): string {
  const lines = pictures.flatMap(({ title, bars }) => bars.map(({ word, count }) => [title, word, String(count)]));
  return [['Property', 'Value', 'Convictions'], ...lines].map((line) => line.map(harmlessCell).join(',')).join('\r\n');
}
