import { lifecycle, states, type State, type Stats } from '@clearance/contract';
import type { Bar } from '../ui/BarList.tsx';
import { percent } from '../ui/format.ts';
import { listAddress } from '../ui/list-address.ts';
import { inScope } from './in-scope.ts';
import { stateWords } from '../ui/words.ts';

const mainLine: readonly State[] = ['evaluated', 'recommended', 'approved'];
const reachable = new Set<string>(lifecycle.map(({ to }) => to));
const isState = (key: string): key is State => (states as readonly string[]).includes(key);

/** The states as bars in the order of the work: the main line always, side lanes and later stages once they hold something. */
export function funnelBars(funnel: Stats['funnel']): readonly (Bar & { readonly key: State })[] {
  const all = funnel.reduce((sum, { count }) => sum + count, 0);
  return funnel
    .filter((entry): entry is { key: State; count: number } => isState(entry.key))
    .filter(({ key, count }) => count > 0 || mainLine.includes(key))
    .map(({ key, count }) => ({
      key,
      label: stateWords[key].word,
      value: count,
      note: percent(count, all),
      shade: mainLine.includes(key) || !reachable.has(key) ? 0 : 2,
      to: listAddress('convictions', { ...inScope, state: [key] }),
    }));
}
