import type { Truth } from './trace-view.ts';

export type TruthContext = 'rule' | 'term';

/** How an answer reads: rules apply or do not, conditions are met or not. */
export function truthWords(truth: Truth, of: TruthContext): string {
  if (truth === 'unknown') return 'Unknown';
  if (of === 'rule') return truth ? 'Applies' : 'Does not apply';
  return truth ? 'Yes' : 'No';
}
