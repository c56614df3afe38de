import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { CourtListLink } from '../court-lists/CourtListLink.tsx';
import { useRights } from '../record/use-rights.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { DecideMenu } from './DecideMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import type { ManyKey } from './filter.ts';
import { GroupsView } from './GroupsView.tsx';
import { ListView } from './ListView.tsx';
import { NothingHere } from './NothingHere.tsx';
import { Presets } from './Presets.tsx';
import { queueDefaults } from './queue-defaults.ts';
import { ToApprovals } from './ToApprovals.tsx';
import { useQueueAddress } from './use-queue-address.ts';
import { useWide } from './use-wide.ts';
import { WithdrawLink } from './WithdrawLink.tsx';
import { ViewToggle } from './ViewToggle.tsx';

const filterKeys: readonly ManyKey[] = ['outcome', 'reason', 'section', 'severity', 'decade', 'flag', 'state'];
const moreKeys: readonly ManyKey[] = ['court', 'decision'];

/** Where a reviewer works: everything that waits, in groups of the same reason or one by one. */
export const QueuePage = () => {
  const [address, go] = useQueueAddress(queueDefaults);
  const { recommend } = useRights();
  const { filter, view } = address;
  const beside = useWide() && view === 'list' && address.open !== undefined;
  return (
    <>
      {beside ? null : (
        <>
          <PageHeader
            title="Queue"
            above={
              filter.bulkReviewId ? (
                <Link component={RouterLink} to={`/bulk-reviews/${filter.bulkReviewId}/show`}>
                  The bulk review
                </Link>
              ) : undefined
            }
            explanation={
              recommend
                ? 'Convictions in groups of the same reason. Decide a whole group, or open it and decide one by one. Press ? for the keys.'
                : 'Convictions in groups of the same reason, with what the policy says about each and where it stands.'
            }
            actions={
              <>
                {filter.state?.join() === 'released' ? <CourtListLink /> : null}
                <ViewToggle view={view} onChange={(next) => go({ view: next })} />
              </>
            }
          />
          <ToApprovals />
          <Presets address={address} recommends={recommend} />
          <FilterBar
            filter={filter}
            usual={queueDefaults.filter}
            keys={filterKeys}
            moreKeys={moreKeys}
            onChange={(next) => go({ filter: next })}
          />
        </>
      )}
      {view === 'groups' ? (
        <GroupsView filter={filter} />
      ) : (
        <ListView
          address={address}
          go={go}
          label="Queue"
          empty={<NothingHere filter={filter} />}
          acts={
            recommend ? (
              <>
                {filter.mine ? <WithdrawLink filter={filter} /> : null}
                {filter.mine ? null : <DecideMenu filter={filter} label="Recommend for the whole set" />}
              </>
            ) : undefined
          }
        />
      )}
    </>
  );
};
