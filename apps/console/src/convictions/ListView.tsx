import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, type ReactNode } from 'react';
import { ColumnsButton } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import type { ConvictionView } from '@clearance/contract';
import { api } from '../providers/http.ts';
import { DecideDialog } from '../record/DecideDialog.tsx';
import { DoneLine } from '../record/DoneLine.tsx';
import { RecordKeys } from '../record/RecordKeys.tsx';
import { RefusedHere } from '../record/RefusedHere.tsx';
import { useDeciding } from '../record/use-deciding.ts';
import { counted } from '../ui/format.ts';
import { Problem } from '../ui/Problem.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import type { QueueAddress } from './address.ts';
import { ConvictionCards } from './ConvictionCards.tsx';
import { ConvictionPane } from './ConvictionPane.tsx';
import { columnsKey, ConvictionTable } from './ConvictionTable.tsx';
import { afterwards } from './next-row.ts';
import { Pager } from './Pager.tsx';
import { useConvictionRows } from './use-conviction-rows.ts';
import { useCursor } from './use-cursor.ts';
import type { Go } from './use-queue-address.ts';

interface ListViewProps {
  readonly address: QueueAddress;
  readonly go: Go;
  /** The page's name, for the way back from a record. */
  readonly label: string;
  /** What to say when nothing matches. */
  readonly empty: ReactNode;
  /** Acts on the whole set. */
  readonly acts?: (total: number) => ReactNode;
}

/** Convictions one by one: worked through by keyboard, the record open beside the list where there is room. */
export const ListView = ({ address, go, label, empty, acts }: ListViewProps) => {
  const wide = useMediaQuery('(min-width:1100px)');
  const narrow = useMediaQuery('(max-width:700px)');
  const navigate = useNavigate();
  const here = useLocation();
  const linkState = { from: { to: `${here.pathname}${here.search}`, label } };
  const { rows, total, error, isPending, stale, refetch } = useConvictionRows(address);
  const ids = rows.map(({ id }) => id);
  const opened = wide ? address.open : undefined;
  const show = (id: string) => {
    if (wide) go({ open: id }, { replace: true });
    else void navigate(`/convictions/${id}/show`, { state: linkState });
  };
  const cursor = useCursor(ids, 'conviction', (id) => {
    if (opened) show(id);
  });
  const deciding = useDeciding(({ row }) => {
    const next = afterwards(ids, row.id);
    if (next) cursor.moveTo(next);
    if (opened === row.id) go({ open: next }, { replace: true });
  });
  // With the version that it has by now.
  const withdraw = async (id: string) =>
    deciding.decide(await api.get<ConvictionView>(`/convictions/${id}`), 'withdraw');
  const current = rows.find(({ id }) => id === cursor.id);
  const { page, perPage } = address;
  const lastPage = Math.max(1, Math.ceil(total / perPage));
  useEffect(() => {
    // The last ones of the last page were decided: the page before is the last now.
    if (!isPending && !stale && page > lastPage) go({ page: lastPage }, { replace: true });
  }, [isPending, stale, page, lastPage, go]);
  useShortcuts(
    [
      { key: 'Enter', says: 'Open the conviction', run: () => current && show(current.id) },
      ...(opened
        ? [{ key: 'Escape', says: 'Close the record', run: () => go({ open: undefined }, { replace: true }) }]
        : []),
    ],
    current !== undefined || opened !== undefined,
  );
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (isPending) return <SkeletonRows rows={12} />;
  if (total === 0) {
    return (
      <>
        <DoneLine deciding={deciding} onWithdraw={(id) => void withdraw(id)} />
        {empty}
      </>
    );
  }
  const list = {
    rows,
    currentId: cursor.id,
    linkState,
    onOpen: (id: string) => {
      cursor.moveTo(id);
      show(id);
    },
  };
  const refusedRow = rows.find(({ id }) => id === deciding.refused?.id);
  return (
    <>
      <DoneLine deciding={deciding} onWithdraw={(id) => void withdraw(id)} />
      {refusedRow && !opened ? <RefusedHere deciding={deciding} row={refusedRow} /> : null}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Box className="figures" sx={{ flex: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
          {counted(total, 'conviction')}
        </Box>
        {acts?.(total)}
        {opened || narrow ? null : <ColumnsButton resource="convictions" storeKey={columnsKey} />}
      </Box>
      <Box sx={opened ? { display: 'grid', gridTemplateColumns: 'minmax(300px, 340px) minmax(0, 1fr)', gap: 2 } : {}}>
        <Box
          aria-busy={stale}
          sx={{ opacity: stale ? 0.6 : 1, minWidth: 0 }}
          className={opened ? 'no-print' : undefined}
        >
          {opened || narrow ? (
            <ConvictionCards {...list} />
          ) : (
            <ConvictionTable {...list} total={total} sort={address.sort} onSort={(sort) => go({ sort })} />
          )}
          <Pager
            page={page}
            perPage={perPage}
            total={total}
            onPage={(next) => go({ page: next })}
            onPerPage={(size) => go({ perPage: size })}
          />
        </Box>
        {opened ? (
          <ConvictionPane
            id={opened}
            deciding={deciding}
            linkState={linkState}
            onClose={() => go({ open: undefined }, { replace: true })}
            onStep={(by) => {
              const id = ids[cursor.index + by];
              if (id) list.onOpen(id);
            }}
          />
        ) : null}
      </Box>
      <RecordKeys row={current} deciding={deciding} />
      <DecideDialog deciding={deciding} />
    </>
  );
};
