import { policyRelation, type Sample, type SampleItem } from '@clearance/contract';
import { number } from '../../ui/format.ts';
import { outcomeWords } from '../../ui/words.ts';

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
  if (overrides >= count && count === 1) return 'This one does not follow the policy, so it has to be looked at.';
  if (overrides >= count)
    return `None of these ${number(count)} follows the policy, so every one of them has to be looked at.`;
  if (count === 1) return `${shows} This set is only one, which has to be looked at.`;
  if (overrides + drawn >= count)
    return `${shows} This set is so small that all ${number(count)} have to be looked at.`;
  const on = `For that ${number(drawn)} of the ${number(count)} were drawn at random`;
  if (overrides === 0) return `${shows} ${on}.`;
  return overrides === 1
    ? `${shows} ${on}, and the one that does not follow the policy comes on top.`
    : `${shows} ${on}, and all ${number(overrides)} that do not follow the policy come on top.`;
}

/** Why what does not follow the policy is never only sampled. */
export const whyAllWords = (overrides: number): string =>
  `${overrides === 1 ? 'It rests' : 'Each of them rests'} on one person’s judgment and not on a rule. That one is right says nothing about the next, so a random sample would prove nothing. What you look at is kept: you can stop and go on later, and it counts in a smaller part of the set as well.`;

/** Why one of the sample is looked at. */
export function whyLooked({ why, decision, outcome }: Pick<SampleItem, 'why' | 'decision' | 'outcome'>): string {
  if (why === 'drawn' || !decision) return 'Drawn at random.';
  return policyRelation(decision, outcome) === 'undecided' || outcome === null
    ? 'The policy could not decide this one; a person judged it.'
    : `Recommended against the policy, which says “${outcomeWords[outcome].word.toLowerCase()}”.`;
}

/** `17 of 59 looked at` */
export function progressWords({ drawn, overrides, left }: Pick<Sample, 'drawn' | 'overrides' | 'left'>): string {
  const all = drawn + overrides;
  return `${number(all - left)} of ${number(all)} looked at`;
}

/** What goes back when one of a sample is found wrong, said before it does; without the count while it is counted. */
export function sendBackWords(count: number | undefined): string {
  if (count === undefined) return 'This set cannot be approved then. What goes back to the reviewers is being counted.';
  const which =
    count > 1
      ? `These ${number(count)} go back to the reviewers: it and everything that the same person recommended for the same reason under the same section.`
      : 'It goes back to the reviewers; nothing else was recommended by the same person for the same reason under the same section.';
  return `This set cannot be approved then. ${which} What you write here goes with ${count > 1 ? 'them' : 'it'}. You can go on with the rest.`;
}

/** `Send these 4 back`, `Send it back` */
export const sendBackVerb = (count = 1): string => (count > 1 ? `Send these ${number(count)} back` : 'Send it back');
