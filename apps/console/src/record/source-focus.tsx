import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { cellOf } from './source-index.ts';

interface SourceFocus {
  /** The cell that is shown, and a number that grows with every click so that the same cell can be shown again. */
  readonly shown: { readonly line: number; readonly column: string; readonly turn: number } | undefined;
  /** Opens the count that holds the cell, scrolls to it and marks it. */
  readonly show: (cell: string) => void;
}

const Context = createContext<SourceFocus>({ shown: undefined, show: () => undefined });

/** Joins the reasons with the timeline of one record: a value on the one side shows its cell on the other. */
export const SourceFocusProvider = ({ children }: { readonly children: ReactNode }) => {
  const [shown, setShown] = useState<SourceFocus['shown']>();
  const value = useMemo<SourceFocus>(
    () => ({
      shown,
      show: (text) => {
        const cell = cellOf(text);
        if (cell) setShown((before) => ({ ...cell, turn: (before?.turn ?? 0) + 1 }));
      },
    }),
    [shown],
  );
  return <Context value={value}>{children}</Context>;
};

export const useSourceFocus = (): SourceFocus => useContext(Context);
