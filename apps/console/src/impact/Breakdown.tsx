import type { Impact } from '@clearance/contract';
import { Figure } from '../ui/Figure.tsx';
import { StackedBars } from '../ui/StackedBars.tsx';
import { breakdown, outcomeColumns, outcomeOrder, partsOf, shares, type Dimension } from './breakdown.ts';
import { ruleText } from './rule-text.ts';
import { cellOf, figureText, isSmall } from './small-figures.ts';

const words: Readonly<Record<Dimension, { readonly title: string; readonly column: string }>> = {
  section: { title: 'Convictions by section', column: 'Section' },
  severity: { title: 'Convictions by severity', column: 'Severity' },
  decade: { title: 'Convictions by decade', column: 'Decade' },
  race: { title: 'Convictions by race', column: 'Race' },
  age: { title: 'Convictions by age', column: 'Age' },
  agency: { title: 'Convictions by prosecuting office', column: 'Office' },
};

interface BreakdownProps {
  readonly dimension: Dimension;
  readonly impact: Impact;
  readonly publish: boolean;
}

/** Convictions by one thing that tells them apart, each bar divided by what the policy says. */
export const Breakdown = ({ dimension, impact, publish }: BreakdownProps) => {
  const rows = breakdown(dimension, impact.by);
  const { title, column } = words[dimension];
  return (
    <Figure
      title={title}
      counts={ruleText(impact.countingRules[dimension])}
      table={{
        columns: [column, ...outcomeColumns, 'All'],
        rows: rows.map(({ counts, label, total }) => [
          label,
          ...outcomeOrder.map((outcome) => cellOf(counts[outcome], publish)),
          cellOf(total, publish),
        ]),
      }}
      fileName={`impact-by-${dimension}`}
    >
      <StackedBars
        legend={shares.map(({ word }) => word)}
        bars={rows.map((row) => ({
          key: row.key,
          label: row.label,
          parts: partsOf(row).map((part) => (publish && isSmall(part) ? 0 : part)),
          total: figureText(row.total, publish),
        }))}
      />
    </Figure>
  );
};
