import { useCan } from '../../providers/me.ts';
import { BarList } from '../../ui/BarList.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { movesLink } from '../moves-link.ts';
import { countsWords } from './counts-words.ts';
import type { ResultProps } from './Result.tsx';

const sideWords = { before: 'as it was', after: 'as tried' } as const;

/** Which rule moved how many: the one that decides now where it is new or changed, or the one that no longer does. */
export const Movers = ({ row, result: { movers } }: ResultProps) => {
  const maySee = useCan('read conviction');
  if (movers.length === 0) return null;
  return (
    <Figure
      title="Which rule moves them"
      counts={countsWords(row, 'Convictions that end up elsewhere, by the rule because of which')}
      table={{
        columns: ['Rule', 'In which policy', 'Convictions'],
        rows: movers.map(({ title, policy, convictions }) => [
          title,
          policy === 'before' ? 'In force' : 'Tried',
          convictions,
        ]),
      }}
      fileName="simulation-rules"
    >
      <BarList
        unit="convictions"
        bars={movers.map(({ ruleId, policy, title, convictions }) => ({
          key: `${policy} ${ruleId}`,
          label: (
            <span style={{ maxWidth: 'min(52ch, 44vw)', whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
              {title} <span style={{ opacity: 0.8 }}>({sideWords[policy]})</span>
            </span>
          ),
          value: convictions,
          ...(maySee ? { to: movesLink(row.id, { rule: ruleId }) } : {}),
        }))}
      />
    </Figure>
  );
};
