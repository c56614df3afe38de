import type { ConvictionView } from '@clearance/contract';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { api } from '../providers/http.ts';
import { useApi } from '../providers/use-api.ts';
import { useDeciding } from '../record/use-deciding.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import type { QueueAddress } from './address.ts';
import { afterwards } from './next-row.ts';
import { useConvictionRows } from './use-conviction-rows.ts';
import { useCursor } from './use-cursor.ts';
import type { Go } from './use-queue-address.ts';
import { useWide } from './use-wide.ts';

/** Working through a list: where one stands, what lies open, deciding, and going on to the next. */
export function useListWork(address: QueueAddress, go: Go, label: string) {
  const wide = useWide();
  const navigate = useNavigate();
  const here = useLocation();
  const linkState = { from: { to: `${here.pathname}${here.search}`, label } };
  const list = useConvictionRows(address);
  const { rows, total, isPending, stale } = list;
  const ids = rows.map(({ id }) => id);
  const opened = wide ? address.open : undefined;
  const openRow = useApi<ConvictionView>(opened ? `/convictions/${opened}` : undefined).data;

  const show = (id: string) => {
    if (wide) go({ open: id }, { replace: true });
    else void navigate(`/convictions/${id}/show`, { state: linkState });
  };
  const close = () => go({ open: undefined }, { replace: true });
  const follow = (id: string) => {
    if (opened) show(id);
  };
  const cursor = useCursor(ids, 'conviction', { at: opened, onMove: follow });
  const deciding = useDeciding(({ row }) => {
    const next = afterwards(ids, row.id);
    if (next) cursor.moveTo(next);
    if (opened === row.id) go({ open: next }, { replace: true });
  });
  const pointed = rows.find(({ id }) => id === cursor.id);

  useShortcuts(
    [
      { key: 'Enter', says: 'Open the conviction', run: () => pointed && show(pointed.id) },
      ...(opened ? [{ key: 'Escape', says: 'Close the record', run: close }] : []),
    ],
    pointed !== undefined || opened !== undefined,
  );
  const lastPage = Math.max(1, Math.ceil(total / address.perPage));
  useEffect(() => {
    // The last ones of the last page were decided: the page before is the last now.
    if (!isPending && !stale && address.page > lastPage) go({ page: lastPage }, { replace: true });
  }, [isPending, stale, address.page, lastPage, go]);

  return {
    ...list,
    opened,
    close,
    linkState,
    cursor,
    deciding,
    /** What the keys decide: only what lies open. Nobody decides with one key about a record that nobody has read. */
    target: opened ? openRow : undefined,
    open: (id: string) => {
      cursor.moveTo(id);
      show(id);
    },
    step: (by: 1 | -1) => {
      const id = ids[cursor.index + by];
      if (id) show(id);
    },
    /** With the version that the conviction has by now. */
    withdraw: async (id: string) => deciding.decide(await api.get<ConvictionView>(`/convictions/${id}`), 'withdraw'),
  };
}

export type ListWork = ReturnType<typeof useListWork>;
