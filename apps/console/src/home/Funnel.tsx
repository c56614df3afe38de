import type { Stats } from '@clearance/contract';
import { BarList } from '../ui/BarList.tsx';
import { Figure } from '../ui/Figure.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { stateWords } from '../ui/words.ts';
import { funnelBars } from './funnel-bars.ts';

/** Where every conviction stands, in the order of the work. */
export const Funnel = ({ funnel }: Pick<Stats, 'funnel'>) => {
  const bars = funnelBars(funnel);
  return (
    <Figure
      title="Where the convictions stand"
      counts="Convictions in scope, in the order of the work. Each bar opens its list."
      table={{ columns: ['Stage', 'Convictions'], rows: bars.map(({ key, value }) => [stateWords[key].word, value]) }}
      fileName="convictions-by-stage"
    >
      <BarList
        unit="convictions"
        bars={bars.map((bar) => ({ ...bar, label: <StatusChip {...stateWords[bar.key]} /> }))}
      />
    </Figure>
  );
};
