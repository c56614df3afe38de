import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataTable, Pagination } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { BulkReviewRow } from '@clearance/contract';
import { CleanList } from '../ui/CleanList.tsx';
import { CourtListLink } from '../court-lists/CourtListLink.tsx';
import { Moment } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { number } from '../ui/format.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { workWords } from '../ui/words.ts';
import { BulkReviewCards } from './BulkReviewCards.tsx';
import { bulkTitle, decidedOf, leftOf } from './bulk-words.ts';
import { ListBody } from './ListBody.tsx';
import { Releasing } from './Releasing.tsx';

const Col = DataTable.Col<BulkReviewRow>;
const NumberCol = DataTable.NumberCol<BulkReviewRow>;

/** A list that cannot be read is said in its place, not in a passing notice. */
const quietly = { onError: () => undefined };

const none = (
  <EmptyState title="No bulk reviews yet">
    When somebody recommends or approves a whole group at once, it is listed here with who did it, on which set, and
    what came of it. It begins in the queue: choose a group.
  </EmptyState>
);

const table = (
  <DataTable<BulkReviewRow>
    storeKey="preferences.bulk-reviews"
    bulkActionButtons={false}
    rowClick="show"
    sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflowX: 'auto' }}
  >
    <Col
      source="verb"
      label="What"
      disableSort
      render={(row) => (
        <Link
          component={RouterLink}
          to={`/bulk-reviews/${row.id}/show`}
          sx={{ color: 'text.primary', fontWeight: 600 }}
        >
          {bulkTitle(row)}
        </Link>
      )}
    />
    <Col source="createdAt" label="When" render={(row) => <Moment at={row.createdAt} />} />
    <Col source="by" label="Who" disableSort />
    <NumberCol source="count" label="In the set" render={(row) => number(row.count)} />
    <NumberCol source="done" label="Decided" disableSort render={(row) => number(decidedOf(row))} />
    <NumberCol source="skipped" label="Left" disableSort render={(row) => number(leftOf(row))} />
    <Col source="state" label="How it stands" disableSort render={(row) => <StatusChip {...workWords[row.state]} />} />
  </DataTable>
);

/** Every whole set that was decided at once, the newest first. */
export const BulkReviewList = () => {
  const narrow = useMediaQuery('(max-width:700px)');
  return (
    <>
      <PageHeader
        title="Bulk reviews"
        explanation="Every whole set that was recommended, approved or returned at once."
        actions={<CourtListLink />}
      />
      <Releasing />
      <CleanList
        resource="bulk-reviews"
        sort={{ field: 'createdAt', order: 'DESC' }}
        perPage={25}
        queryOptions={quietly}
      >
        <ListBody empty={none}>
          {narrow ? <BulkReviewCards /> : table}
          <Pagination rowsPerPageOptions={[25, 50, 100]} />
        </ListBody>
      </CleanList>
    </>
  );
};
