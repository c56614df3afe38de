import type { Stats } from '@clearance/contract';
import { Figure } from '../ui/Figure.tsx';
import { listAddress } from '../ui/list-address.ts';
import { StackedBars } from '../ui/StackedBars.tsx';
import { severityWords } from '../ui/words.ts';
import { bySection, severityOrder } from './by-section.ts';
import { inScope } from './in-scope.ts';

const legend = severityOrder.map((severity) => severityWords[severity].word);

/** Convictions by section, each bar divided by severity. */
export const Sections = ({ sections }: Pick<Stats, 'sections'>) => {
  const split = bySection(sections);
  const nameOf = (section: string) => section || 'Cannot be read';
  return (
    <Figure
      title="By section and severity"
      counts="Convictions in scope, by the section of the count."
      table={{ columns: ['Section', ...legend], rows: split.map(({ section, parts }) => [nameOf(section), ...parts]) }}
      fileName="convictions-by-section-and-severity"
    >
      <StackedBars
        legend={legend}
        bars={split.map(({ section, parts }) => ({
          key: section,
          label: nameOf(section),
          parts,
          to: listAddress('convictions', { ...inScope, section: [section] }),
        }))}
      />
    </Figure>
  );
};
