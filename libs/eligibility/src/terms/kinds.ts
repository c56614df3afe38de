import type { Term } from '../policy/term.ts';
import { ageAsOf, ageAtConviction } from './age.ts';
import type { TermKind } from './check.ts';
import { convicted } from './convicted.ts';
import { convictionFree } from './conviction-free.ts';
import { convictionsIn, hasConvictionIn, onlyConvictionsIn } from './other-convictions.ts';
import { agency, county, offense, relieved, severity } from './own.ts';
import { deceased, registered, sentences } from './person.ts';

/** Every kind of term, by its name in a policy. */
const kinds: { [Name in Term['term']]: TermKind<Extract<Term, { term: Name }>> } = {
  offense,
  severity,
  convicted,
  age_at_conviction: ageAtConviction,
  age_as_of: ageAsOf,
  conviction_free: convictionFree,
  only_convictions_in: onlyConvictionsIn,
  convictions_in: convictionsIn,
  has_conviction_in: hasConvictionIn,
  registered,
  sentences,
  deceased,
  agency,
  relieved,
  county,
};

/** The kind that a term is of. */
export function kindOf<T extends Term>(term: T): TermKind<T> {
  return kinds[term.term] as TermKind<T>;
}
