import type { Stats } from '@clearance/contract';
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
  const under = policy ? `evaluated under ${policy.name}, version ${policy.version}` : 'not evaluated yet';
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
