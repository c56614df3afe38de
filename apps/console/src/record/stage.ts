import type { ConvictionRow } from '@clearance/contract';
import { outcomeWords, stateWords, type StatusWord } from '../ui/words.ts';

/** Where a conviction stands; what the policy does not speak about waits for nobody. */
export const stageOf = ({ state, outcome }: Pick<ConvictionRow, 'state' | 'outcome'>): StatusWord =>
  state === 'evaluated' && outcome === 'out_of_scope' ? outcomeWords.out_of_scope : stateWords[state];
