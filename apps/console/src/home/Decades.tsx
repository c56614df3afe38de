import type { Stats } from '@clearance/contract';
import { Columns } from '../ui/Columns.tsx';
import { Figure } from '../ui/Figure.tsx';
import { counted } from '../ui/format.ts';
import { listAddress } from '../ui/list-address.ts';
import { inScope } from './in-scope.ts';

const nameOf = (decade: number) => (decade === 0 ? 'unknown' : `${decade}s`);

/** Convictions by the decade in which they were entered. */
export const Decades = ({ decades }: Pick<Stats, 'decades'>) => {
  const ordered = [...decades].sort((a, b) => Number(a.decade === 0) - Number(b.decade === 0) || a.decade - b.decade);
  return (
    <Figure
      title="By decade"
      counts="Convictions in scope, by the date of the conviction."
      table={{ columns: ['Decade', 'Convictions'], rows: ordered.map(({ decade, count }) => [nameOf(decade), count]) }}
      fileName="convictions-by-decade"
    >
      <Columns
        legend={['Convictions']}
        columns={ordered.map(({ decade, count }) => ({
          key: String(decade),
          label: nameOf(decade),
          says: `${nameOf(decade)}: ${counted(count, 'conviction')}`,
          parts: [count],
          to: listAddress('convictions', { ...inScope, decade: [decade] }),
        }))}
      />
    </Figure>
  );
};
