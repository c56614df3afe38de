import Box from '@mui/material/Box';
import { useNavigate } from 'react-router-dom';
import type { ConvictionFilter, ConvictionGroup } from '@clearance/contract';
import { filteredPath } from '../convictions/address.ts';
import { bulkLink } from '../convictions/bulk-link.ts';
import { GroupRow } from '../convictions/GroupRow.tsx';
import { inOrder, totalsOf } from '../convictions/groups.ts';
import { useCursor } from '../convictions/use-cursor.ts';
import { useApi } from '../providers/use-api.ts';
import { counted, number } from '../ui/format.ts';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { ApprovalActs } from './ApprovalActs.tsx';
import { approvalsLink } from './approvals-link.ts';
import { NothingToApprove } from './NothingToApprove.tsx';

/** What waits for the second signature, in groups of the same recommendation and reason. */
export const ApprovalGroups = ({ filter }: { readonly filter: ConvictionFilter }) => {
  const navigate = useNavigate();
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
  const review = ({ filter: of, mine, count }: ConvictionGroup) => {
    if (mine < count) void navigate(bulkLink('approve', mine > 0 ? { ...of, mine: false } : of));
  };
  useShortcuts(
    group
      ? [
          { key: 'Enter', says: 'Open the group', run: () => void navigate(approvalsLink(group.filter)) },
          { key: 'y', says: 'Review the group for approval', run: () => review(group) },
        ]
      : [],
    group !== undefined,
  );
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={6} height={84} />;
  if (groups.length === 0) return <NothingToApprove filter={filter} />;
  const totals = totalsOf(groups);
  return (
    <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
      <Box className="figures" sx={{ fontSize: '0.875rem', color: 'text.secondary', mb: 1 }}>
        {counted(totals.convictions, 'conviction')} in {counted(totals.groups, 'group')}
        {totals.mine > 0 ? `, ${number(totals.mine)} of them recommended by you` : ''}
      </Box>
      <Box
        component="ol"
        aria-label="Groups to approve"
        sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}
      >
        {groups.map((one) => (
          <GroupRow
            key={one.id}
            group={one}
            current={one.id === group?.id}
            to={approvalsLink(one.filter)}
            onPoint={() => cursor.moveTo(one.id)}
            showStage={false}
            acts={<ApprovalActs group={one} />}
          />
        ))}
      </Box>
    </Box>
  );
};
