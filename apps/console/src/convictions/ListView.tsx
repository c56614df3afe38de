import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { DecideDialog } from '../record/DecideDialog.tsx';
import { DoneLine } from '../record/DoneLine.tsx';
import { RecordKeys } from '../record/RecordKeys.tsx';
import { RefusedHere } from '../record/RefusedHere.tsx';
import { counted } from '../ui/format.ts';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import type { QueueAddress } from './address.ts';
import { BesideView } from './BesideView.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { ConvictionCards } from './ConvictionCards.tsx';
import { ConvictionTable } from './ConvictionTable.tsx';
import { Pager } from './Pager.tsx';
import { TakenBackOf } from './TakenBackOf.tsx';
import { useListWork } from './use-list-work.ts';
import type { Go } from './use-queue-address.ts';

interface ListViewProps {
  readonly address: QueueAddress;
  readonly go: Go;
  /** The page's name, for the way back from a record. */
  readonly label: string;
  /** What to say when nothing matches. */
  readonly empty: ReactNode;
  /** Acts on the whole set. */
  readonly acts?: ReactNode;
}

/** Convictions one by one: worked through by keyboard, the record open beside the list where there is room. */
export const ListView = ({ address, go, label, empty, acts }: ListViewProps) => {
  const narrow = useMediaQuery('(max-width:700px)');
  const work = useListWork(address, go, label);
  const { rows, total, deciding, opened, stale } = work;
  if (work.error) return <Problem error={work.error} again={() => void work.refetch()} />;
  if (work.isPending) return <SkeletonRows rows={12} />;
  const refusedRow = opened ? undefined : rows.find(({ id }) => id === deciding.refused?.id);
  const list = { rows, currentId: work.cursor.id, linkState: work.linkState, onOpen: work.open };
  const pager = (
    <Pager
      page={address.page}
      perPage={address.perPage}
      total={total}
      onPage={(page) => go({ page })}
      onPerPage={(perPage) => go({ perPage })}
    />
  );
  return (
    <>
      <DoneLine deciding={deciding} onWithdraw={(id) => void work.withdraw(id)} />
      {refusedRow ? <RefusedHere deciding={deciding} row={refusedRow} /> : null}
      {opened ? (
        <BesideView work={work} label={label} pager={pager} />
      ) : total === 0 ? (
        empty
      ) : (
        <>
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
            <Box className="figures" sx={{ flex: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
              {counted(total, 'conviction')}
              {address.filter.bulkReviewId ? <TakenBackOf id={address.filter.bulkReviewId} /> : null}
            </Box>
            {acts}
            {narrow ? null : <ColumnsMenu />}
          </Box>
          <Box aria-busy={stale} sx={{ opacity: stale ? 0.6 : 1 }}>
            {narrow ? (
              <ConvictionCards {...list} />
            ) : (
              <ConvictionTable {...list} total={total} sort={address.sort} onSort={(sort) => go({ sort })} />
            )}
          </Box>
          {pager}
        </>
      )}
      <RecordKeys row={work.target} deciding={deciding} />
      <DecideDialog deciding={deciding} />
    </>
  );
};
