import { Figure } from '../../ui/Figure.tsx';
import { counted } from '../../ui/format.ts';
import { peopleFigures } from '../impact-words.ts';
import { countsWords } from './counts-words.ts';
import { PairBars } from './PairBars.tsx';
import type { ResultProps } from './Result.tsx';

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is left on people's records under the one policy and the other, each person counted once. */
export const People = ({ row, result: { before, after } }: ResultProps) => (
  <Figure
    title="People"
    counts={`${countsWords(row, 'People, each counted once, over the whole history and all counties')} ${counted(after.people.all, 'person', 'people')} in all.`}
    table={{
      columns: ['People', 'Before', 'After', 'Difference', 'What is counted'],
      rows: peopleFigures.map(([key, words]) => [
        sentenceCase(words),
        before.people[key],
        after.people[key],
        after.people[key] - before.people[key],
        after.countingRules[key],
      ]),
    }}
    fileName="simulation-people"
  >
    <PairBars
      unit="people"
      pairs={peopleFigures.map(([key, words]) => ({
        key,
        label: sentenceCase(words),
        before: before.people[key],
        after: after.people[key],
      }))}
    />
  </Figure>
);
