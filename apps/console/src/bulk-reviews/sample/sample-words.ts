import type { Sample } from '@clearance/contract';
import { number } from '../../ui/format.ts';

/** A share as people count: `5 in 100`, `5 in 1,000`. */
export function shareWords(share: number): string {
  const inHundred = share * 100;
  const whole = Math.abs(inHundred - Math.round(inHundred)) < 1e-9;
  return whole ? `${Math.round(inHundred)} in 100` : `${Number((share * 1000).toFixed(1))} in 1,000`;
}

/** `95%`, `99.9%` */
export const confidenceWords = (confidence: number): string => `${Number((confidence * 100).toFixed(1))}%`;

/** What the sample has to show, and how many have to be looked at for that. */
export function askedWords({
  count,
  overrides,
  drawn,
  confidence,
  tolerated,
}: Pick<Sample, 'count' | 'overrides' | 'drawn' | 'confidence' | 'tolerated'>): string {
  const shows = `The sample has to show, with ${confidenceWords(confidence)} confidence, that fewer than ${shareWords(tolerated)} are wrong.`;
  if (overrides >= count)
    return `${shows} All ${number(count)} were recommended against the policy, and each of those has to be looked at.`;
  if (overrides + drawn >= count)
    return `${shows} This set is so small that all ${number(count)} have to be looked at.`;
  const on = `For that ${number(drawn)} of the ${number(count)} were drawn at random`;
  if (overrides === 0) return `${shows} ${on}.`;
  return overrides === 1
    ? `${shows} ${on}, and the one that was recommended against the policy comes on top.`
    : `${shows} ${on}, and all ${number(overrides)} that were recommended against the policy come on top.`;
}

/** `17 of 59 looked at` */
export function progressWords({ drawn, overrides, left }: Pick<Sample, 'drawn' | 'overrides' | 'left'>): string {
  const all = drawn + overrides;
  return `${number(all - left)} of ${number(all)} looked at`;
}
