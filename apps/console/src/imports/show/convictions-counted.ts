import type { ImportRow } from '@clearance/contract';
import { number } from '../../ui/format.ts';
import { isCounted } from '../import-words.ts';

/**
 * What the figure of convictions counts, which is more than what the policy speaks of; undefined while it is not known.
 */
export function convictionsInWords({ state, spokenOf }: Pick<ImportRow, 'state' | 'spokenOf'>): string | undefined {
  if (!isCounted(state)) return undefined;
  const all = 'The convictions are those of every offense, in this county’s courts and where the file names no county.';
  if (spokenOf === null) return all;
  const some = spokenOf === 0 ? 'none' : number(spokenOf);
  return state === 'superseded'
    ? `${all} The policy spoke of ${some} of them when this file was counted.`
    : `${all} The policy speaks of ${some} of them; Home says how those stand.`;
}
