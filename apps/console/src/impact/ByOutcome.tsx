import type { Impact } from '@clearance/contract';
import { BarList } from '../ui/BarList.tsx';
import { Figure } from '../ui/Figure.tsx';
import { percent } from '../ui/format.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { outcomeWords } from '../ui/words.ts';
import { outcomeOrder } from './breakdown.ts';
import { ruleText } from './rule-text.ts';
import { cellOf, figureText, isSmall } from './small-figures.ts';

/** Convictions by what the policy says of them. */
export const ByOutcome = ({ impact, publish }: { readonly impact: Impact; readonly publish: boolean }) => (
  <Figure
    title="Convictions by outcome"
    counts={ruleText(impact.countingRules.byOutcome)}
    table={{
      columns: ['Outcome', 'Convictions'],
      rows: outcomeOrder.map((outcome) => [outcomeWords[outcome].word, cellOf(impact.byOutcome[outcome], publish)]),
    }}
    fileName="impact-by-outcome"
  >
    <BarList
      unit="convictions"
      bars={outcomeOrder.map((outcome) => {
        const value = impact.byOutcome[outcome];
        const hidden = publish && isSmall(value);
        return {
          key: outcome,
          label: <StatusChip {...outcomeWords[outcome]} />,
          value: hidden ? 0 : value,
          says: figureText(value, publish),
          ...(hidden ? {} : { note: percent(value, impact.convictions) }),
        };
      })}
    />
  </Figure>
);
