import type { Stats } from '@clearance/contract';
import { BarList } from '../ui/BarList.tsx';
import { Figure } from '../ui/Figure.tsx';
import { percent } from '../ui/format.ts';
import { listAddress } from '../ui/list-address.ts';
import { StatusChip } from '../ui/StatusChip.tsx';
import { outcomeWords } from '../ui/words.ts';
import { behindWords } from './home-words.ts';

/** What the policy says about the convictions. */
export const Outcomes = ({ outcomes, policy }: Pick<Stats, 'outcomes' | 'policy'>) => {
  const shown = outcomes.filter(({ count }) => count > 0);
  const all = shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <Figure
      title="What the policy determines"
      counts={
        policy
          ? `Convictions, under ${policy.name}, version ${policy.version}${behindWords(policy)}.`
          : 'Convictions. No policy is published yet.'
      }
      table={{
        columns: ['Determination', 'Convictions'],
        rows: shown.map(({ key, count }) => [outcomeWords[key].word, count]),
      }}
      fileName="convictions-by-determination"
    >
      <BarList
        unit="convictions"
        bars={shown.map(({ key, count }) => ({
          key,
          label: <StatusChip {...outcomeWords[key]} />,
          value: count,
          note: percent(count, all),
          to: listAddress('convictions', { outcome: [key] }),
        }))}
      />
    </Figure>
  );
};
