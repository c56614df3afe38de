import { useLocation } from 'react-router-dom';

/** What is searched for goes along with the link and never into the address: it names a person. */
export interface AskedState {
  readonly text: string;
  /** Grows with every press of Enter, so that the same text can be searched for again. */
  readonly turn: number;
}

/** What the page was asked to search for. */
export function useAsked(): AskedState | undefined {
  const state = useLocation().state as Partial<AskedState> | null;
  return typeof state?.text === 'string' ? { text: state.text, turn: state.turn ?? 0 } : undefined;
}
