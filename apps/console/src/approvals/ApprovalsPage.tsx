import type { ManyKey } from '../convictions/filter.ts';
import { FilterBar } from '../convictions/FilterBar.tsx';
import { ListView } from '../convictions/ListView.tsx';
import { useQueueAddress } from '../convictions/use-queue-address.ts';
import { useWide } from '../convictions/use-wide.ts';
import { ViewToggle } from '../convictions/ViewToggle.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ApprovalGroups } from './ApprovalGroups.tsx';
import { approvalDefaults } from './approvals-link.ts';
import { NothingToApprove } from './NothingToApprove.tsx';

const filterKeys: readonly ManyKey[] = ['decision', 'outcome', 'reason', 'section', 'severity', 'decade', 'flag'];
const moreKeys: readonly ManyKey[] = ['court'];

/** Where an approver works: what others recommended, by groups or one by one. */
export const ApprovalsPage = () => {
  const [address, go] = useQueueAddress(approvalDefaults);
  const { filter, view } = address;
  const beside = useWide() && view === 'list' && address.open !== undefined;
  return (
    <>
      {beside ? null : (
        <>
          <PageHeader
            title="Approvals"
            explanation="What reviewers recommended and a second person has to sign. You never approve what you recommended yourself."
            actions={
              <ViewToggle
                view={view}
                words={{ groups: 'Groups', list: 'One by one' }}
                onChange={(next) => go({ view: next })}
              />
            }
          />
          <FilterBar
            filter={filter}
            usual={approvalDefaults.filter}
            keys={filterKeys}
            moreKeys={moreKeys}
            onChange={(next) => go({ filter: next })}
          />
        </>
      )}
      {view === 'groups' ? (
        <ApprovalGroups filter={filter} />
      ) : (
        <ListView address={address} go={go} label="Approvals" empty={<NothingToApprove filter={filter} />} />
      )}
    </>
  );
};
