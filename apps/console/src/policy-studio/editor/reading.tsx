import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '../draft/use-check.ts';

/** How the policy reads, as the server says it. */
export interface Reading {
  readonly language: Language;
  /** By the id of the rule; empty while the policy cannot be read. */
  readonly sentences: ReadonlyMap<string, string>;
  /** Each as it read when the policy last could be read. */
  readonly lastSentences: ReadonlyMap<string, string>;
  /** Whether a rule (or `otherwise`) says the same as it did then. */
  readonly isAsRead: (id: string) => boolean;
}

const Context = createContext<Reading>({
  language: 'en',
  sentences: new Map(),
  lastSentences: new Map(),
  isAsRead: () => false,
});

export const ReadingProvider = ({ reading, children }: { readonly reading: Reading; readonly children: ReactNode }) => (
  <Context.Provider value={reading}>{children}</Context.Provider>
);

export const useReading = (): Reading => useContext(Context);
