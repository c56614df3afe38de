import type { State, Stats } from '@clearance/contract';
import { counted, dayAndTime, number } from '../ui/format.ts';

/** What the figures of the home page count, and what of the county they leave out. */
export function explain({
  people,
  convictions,
  outOfScope,
  policy,
  asOf,
}: Pick<Stats, 'people' | 'convictions' | 'outOfScope' | 'policy' | 'asOf'>): string {
  if (convictions + outOfScope === 0) return 'No criminal-history file has been counted yet.';
  const under = policy
    ? `evaluated under ${policy.name}, version ${policy.version}${behindWords(policy)}`
    : 'not evaluated yet';
  const outside =
    outOfScope === 0
      ? ''
      : ` ${number(outOfScope)} more ${outOfScope === 1 ? 'is' : 'are'} not counted here, because a later order took ${
          outOfScope === 1 ? 'it' : 'them'
        } away already or the count did not end in a conviction; the impact report counts ${
          outOfScope === 1 ? 'it' : 'them'
        } as out of scope.`;
  return `${counted(convictions, 'conviction')} of ${counted(people, 'person', 'people')}, ${under}.${outside} As of ${dayAndTime(asOf)}.`;
}

/** What of the figures is not yet of the policy that holds: `, but for 40 that …`. */
export const behindWords = ({ behind }: NonNullable<Stats['policy']>): string =>
  behind === 0
    ? ''
    : `, but for ${number(behind)} that still ${behind === 1 ? 'stands' : 'stand'} as an earlier version or other words determined ${behind === 1 ? 'it' : 'them'}`;

const toReview: readonly { readonly key: State; readonly says: (count: number) => string }[] = [
  { key: 'evaluated', says: (count) => `${number(count)} to review` },
  { key: 'returned', says: (count) => `${number(count)} returned by an approver` },
  { key: 'needs_facts', says: (count) => `${number(count)} that ${count === 1 ? 'needs' : 'need'} facts` },
];

/** What is counted as waiting for a recommendation: where it is more than one stage of the picture, each of them. */
export function toReviewWords(funnel: Stats['funnel']): string {
  const parts = toReview
    .map(({ key, says }) => ({ count: funnel.find((stage) => stage.key === key)?.count ?? 0, says }))
    .filter(({ count }) => count > 0);
  if (parts.length === 0) return 'The queue is empty.';
  const only = parts.length === 1 && funnel.some(({ key, count }) => key === 'evaluated' && count > 0);
  if (only) return 'convictions wait for a recommendation';
  const [last = '', ...before] = parts.map(({ count, says }) => says(count)).reverse();
  const list = before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
  return `convictions wait for a recommendation: ${list}`;
}
