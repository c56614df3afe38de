import { Figure } from '../../ui/Figure.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { outcomeWords } from '../../ui/words.ts';
import { outcomeOrder } from '../flow-layout.ts';
import { countsWords } from './counts-words.ts';
import { PairBars } from './PairBars.tsx';
import type { ResultProps } from './Result.tsx';

/** How many convictions each outcome has under the one policy and the other. */
export const Totals = ({ row, result: { before, after } }: ResultProps) => {
  const shown = outcomeOrder.filter((outcome) => before.byOutcome[outcome] + after.byOutcome[outcome] > 0);
  return (
    <Figure
      title="Convictions by outcome"
      counts={countsWords(row)}
      table={{
        columns: ['Outcome', 'Before', 'After', 'Difference'],
        rows: shown.map((outcome) => [
          outcomeWords[outcome].word,
          before.byOutcome[outcome],
          after.byOutcome[outcome],
          after.byOutcome[outcome] - before.byOutcome[outcome],
        ]),
      }}
      fileName="simulation-convictions-by-outcome"
    >
      <PairBars
        unit="convictions"
        pairs={shown.map((outcome) => ({
          key: outcome,
          label: <StatusChip {...outcomeWords[outcome]} />,
          before: before.byOutcome[outcome],
          after: after.byOutcome[outcome],
        }))}
      />
    </Figure>
  );
};
