import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Parts } from './line-words.ts';
import { cellOf } from './source-index.ts';

interface SourceFocus {
  /** The files that the lines are counted in. */
  readonly parts: Parts;
  /** The cell that is shown, and a number that grows with every click so that the same cell can be shown again. */
  readonly shown: { readonly line: number; readonly column: string; readonly turn: number } | undefined;
  /** Opens the count that holds the cell, scrolls to it and marks it; `from` is where to come back to. */
  readonly show: (cell: string, from: HTMLElement) => void;
  readonly back: () => void;
}

const nowhere: SourceFocus = { parts: [], shown: undefined, show: () => undefined, back: () => undefined };
const Context = createContext(nowhere);

interface SourceFocusProviderProps {
  readonly parts: Parts;
  readonly children: ReactNode;
}

/** Joins the reasons with the timeline of one record: a value on the one side shows its cell on the other. */
export const SourceFocusProvider = ({ parts, children }: SourceFocusProviderProps) => {
  const [shown, setShown] = useState<SourceFocus['shown']>();
  const origin = useRef<HTMLElement>(null);
  const value = useMemo<SourceFocus>(
    () => ({
      parts,
      shown,
      show: (text, from) => {
        const cell = cellOf(text);
        if (!cell) return;
        origin.current = from;
        setShown((before) => ({ ...cell, turn: (before?.turn ?? 0) + 1 }));
      },
      back: () => {
        origin.current?.scrollIntoView({ block: 'center' });
        origin.current?.focus({ preventScroll: true });
      },
    }),
    [parts, shown],
  );
  return <Context value={value}>{children}</Context>;
};

export const useSourceFocus = (): SourceFocus => useContext(Context);
