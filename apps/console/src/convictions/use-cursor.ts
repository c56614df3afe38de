import { useState } from 'react';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { placeIn, type Place } from './place-in.ts';

export interface Cursor {
  readonly index: number;
  readonly id: string | undefined;
  readonly moveTo: (id: string) => void;
}

/** Puts the focus on the row's link: Enter opens it, and it is read aloud. */
function pointAt(id: string) {
  const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const link = row?.matches('a') ? row : row?.querySelector('a');
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

interface CursorOptions {
  /** Stands here, wherever it stood before. */
  readonly at?: string | undefined;
  /** Told the id that one stands on after a key. */
  readonly onMove?: (id: string) => void;
}

/** Moves through a list by `j` and `k`; `what` is one of its things in words. */
export function useCursor(ids: readonly string[], what: string, { at, onMove }: CursorOptions = {}): Cursor {
  const [place, setPlace] = useState<Place>({ id: undefined, index: 0 });
  const index = placeIn(ids, at === undefined ? place : { id: at, index: place.index });
  const step = (by: number) => {
    const next = Math.max(0, Math.min(ids.length - 1, index + by));
    const id = ids[next];
    if (id === undefined) return;
    setPlace({ id, index: next });
    onMove?.(id);
    pointAt(id);
  };
  useShortcuts(
    [
      { key: 'j', says: `Next ${what}`, run: () => step(1), repeats: true },
      { key: 'k', says: `Previous ${what}`, run: () => step(-1), repeats: true },
    ],
    ids.length > 0,
  );
  return { index, id: ids[index], moveTo: (id) => setPlace({ id, index: Math.max(0, ids.indexOf(id)) }) };
}
