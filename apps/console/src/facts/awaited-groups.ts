import type { AwaitedFact } from '@clearance/contract';
import { factWord } from '../record/fact-words.ts';
import { officeText } from '../record/office-text.ts';

/** What is awaited from one court and one agency, the oldest first. */
export interface AwaitedGroup {
  readonly court: string;
  readonly agency: string;
  readonly rows: readonly AwaitedFact[];
}

/** The rows by court and agency; the group that has waited longest comes first. */
export function awaitedGroups(rows: readonly AwaitedFact[]): readonly AwaitedGroup[] {
  const groups = new Map<string, AwaitedFact[]>();
  for (const row of [...rows].sort((a, b) => a.askedAt.localeCompare(b.askedAt))) {
    const key = `${row.court}\n${row.agency}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((ofGroup) => {
    const [first] = ofGroup;
    return first ? [{ court: first.court, agency: first.agency, rows: ofGroup }] : [];
  });
}

/** Each value once, in the order of the alphabet, without the empty one. */
export const valuesOf = (rows: readonly AwaitedFact[], of: 'court' | 'agency'): readonly string[] =>
  [...new Set(rows.map((row) => row[of]))].filter((value) => value !== '').sort();

/** What is missing, each once: `Missing: the date of birth`; of another conviction the reason names which. */
export const missingWords = ({ facts }: Pick<AwaitedFact, 'facts'>): readonly string[] => [
  ...new Set(
    facts.map(({ fact, why }) => `Missing: ${fact === 'other_convictions' ? officeText(why) : lower(factWord(fact))}`),
  ),
];

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
