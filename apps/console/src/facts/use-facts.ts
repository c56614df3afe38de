import type { AskedFact, EnteredFactRow, FactsView } from '@clearance/contract';
import { useState } from 'react';
import { useCan } from '../providers/me.ts';
import { useApi } from '../providers/use-api.ts';
import type { UnknownFact } from '../record/fact-words.ts';

/** Something that nobody asked for: the person says first what it is. */
export const ANY_FACT: AskedFact = { kind: '', conviction: null, of: '', why: '', choices: [], line: null };

export interface FactsWork {
  readonly view: FactsView | undefined;
  readonly mayEnter: boolean;
  /** What the form is open for. */
  readonly asking: AskedFact | undefined;
  readonly ask: (fact: AskedFact | undefined) => void;
  readonly withdrawing: EnteredFactRow | undefined;
  readonly withdraw: (fact: EnteredFactRow | undefined) => void;
  /** What can be entered for a fact that a determination misses; undefined where only the record can tell. */
  readonly askedFor: (fact: UnknownFact) => AskedFact | undefined;
}

/** What people supplied about one conviction, and what can be supplied. */
export function useFacts(id: string): FactsWork {
  const view = useApi<FactsView>(`/convictions/${id}/facts`).data;
  const mayEnter = useCan('enter fact');
  const [asking, ask] = useState<AskedFact>();
  const [withdrawing, withdraw] = useState<EnteredFactRow>();
  const askedFor = ({ why }: UnknownFact) => view?.missing.find((one) => one.why === why);
  return { view, mayEnter, asking, ask, withdrawing, withdraw, askedFor };
}
