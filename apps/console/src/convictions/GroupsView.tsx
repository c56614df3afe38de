import Box from '@mui/material/Box';
import { useNavigate } from 'react-router-dom';
import type { ConvictionFilter, ConvictionGroup } from '@clearance/contract';
import { useApi } from '../providers/use-api.ts';
import { choiceWords } from '../record/choices.ts';
import { useRights } from '../record/use-rights.ts';
import { Ago } from '../ui/DateText.tsx';
import { counted } from '../ui/format.ts';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { filteredPath, queueLink } from './address.ts';
import { bulkLink } from './bulk-link.ts';
import { GroupActs } from './GroupActs.tsx';
import { GroupRow } from './GroupRow.tsx';
import { inOrder, totalsOf } from './groups.ts';
import { NothingHere } from './NothingHere.tsx';
import { useCursor } from './use-cursor.ts';

const bulkKeys = ['dismiss', 'reduce', 'refer', 'challenge', 'exclude'] as const;

/** The set in homogeneous groups, the largest first. */
export const GroupsView = ({ filter }: { readonly filter: ConvictionFilter }) => {
  const navigate = useNavigate();
  const rights = useRights();
  const { data, error, isPending, isPlaceholderData, refetch } = useApi<ConvictionGroup[]>(
    filteredPath('/convictions/groups', filter),
    { keep: true },
  );
  const groups = inOrder(data ?? []);
  const cursor = useCursor(
    groups.map(({ id }) => id),
    'group',
  );
  const group = groups[cursor.index];
  useShortcuts(
    group
      ? [
          { key: 'Enter', says: 'Open the group', run: () => void navigate(queueLink(group.filter)) },
          ...(rights.recommend
            ? bulkKeys.map((decision) => ({
                key: choiceWords[decision].key,
                says: `${choiceWords[decision].verb} for the group`,
                run: () => void navigate(bulkLink('recommend', group.filter, decision)),
              }))
            : []),
        ]
      : [],
    group !== undefined,
  );
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={7} height={84} />;
  if (groups.length === 0) return <NothingHere filter={filter} />;
  const totals = totalsOf(groups);
  return (
    <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
      <Box className="figures" sx={{ fontSize: '0.875rem', color: 'text.secondary', mb: 1 }}>
        {counted(totals.convictions, 'conviction')} in {counted(totals.groups, 'group')}
        {totals.oldest ? (
          <>
            , the oldest came <Ago at={totals.oldest} />
          </>
        ) : null}
      </Box>
      <Box
        component="ol"
        aria-label="Groups"
        sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
      >
        {groups.map((one) => (
          <GroupRow
            key={one.id}
            group={one}
            current={one.id === group?.id}
            to={queueLink(one.filter)}
            onPoint={() => cursor.moveTo(one.id)}
            acts={rights.recommend ? <GroupActs group={one} /> : undefined}
          />
        ))}
      </Box>
    </Box>
  );
};
