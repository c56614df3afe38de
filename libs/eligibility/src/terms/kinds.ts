import type { Subject } from '../evaluate/subject.ts';
import type { Term } from '../policy/term.ts';
import { ageAsOf, ageAtConviction, ageAtOffense } from './age.ts';
import { caseHas } from './case-has.ts';
import type { Check, Lists, TermCheck } from './check.ts';
import { convicted } from './convicted.ts';
import { convictionFree } from './conviction-free.ts';
import { amongFirst, convictionsIn, hasConvictionIn, onlyConvictionsIn } from './other-convictions.ts';
import { agency, amount, county, endedInConviction, offense, ownCounty, relieved, severity } from './own.ts';
import { deceased, openCase, registered } from './person.ts';
import { sentenceEnded, sentences } from './sentence.ts';

/** Every kind of term, by its name in a policy. */
const kinds: { [Name in Term['term']]: TermCheck<Extract<Term, { term: Name }>> } = {
  offense,
  severity,
  convicted,
  age_at_conviction: ageAtConviction,
  age_at_offense: ageAtOffense,
  age_as_of: ageAsOf,
  conviction_free: convictionFree,
  only_convictions_in: onlyConvictionsIn,
  convictions_in: convictionsIn,
  among_first: amongFirst,
  has_conviction_in: hasConvictionIn,
  registered,
  sentences,
  sentence_ended: sentenceEnded,
  deceased,
  agency,
  amount,
  case_has: caseHas,
  open_case: openCase,
  relieved,
  county,
  own_county: ownCounty,
  ended_in_conviction: endedInConviction,
};

/** Tries a term on a conviction. */
export function checkTerm(term: Term, subject: Subject, lists: Lists): Check {
  const check = kinds[term.term] as TermCheck<Term>;
  return check(term, subject, lists);
}
