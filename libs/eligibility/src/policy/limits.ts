import { eachTerm } from './each-term.ts';
import type { Policy } from './policy.ts';
import type { AgeComparator, Term } from './term.ts';
import type { PolicyProblem } from './validate.ts';

interface Limit {
  readonly term: Term['term'];
  readonly field: 'years' | 'yearsBeforeAsOf' | 'atLeast' | 'most';
  /** Which terms of this name the law speaks of; all unless told. */
  readonly only?: (term: Term) => boolean;
  readonly least: number;
  readonly most: number;
  readonly why: string;
}

const LINE_OF_AGE =
  'HS 11362.1 draws the line of age at 21, and juvenile matters (under 18) are not convictions (WIC 203)';
const CLEAN_SLATE_YEARS = 'MCL 780.621g(2), (4): 7 years for misdemeanors, 10 for felonies';

const isAtLeast = (compare: AgeComparator) => compare === 'at_least' || compare === 'over';

/** What a threshold may be, by state. */
const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  CA: [
    {
      term: 'age_at_conviction',
      field: 'years',
      only: (term) => term.term === 'age_at_conviction' && !isAtLeast(term.compare),
      least: 18,
      most: 21,
      why: LINE_OF_AGE,
    },
    {
      term: 'age_at_conviction',
      field: 'years',
      only: (term) => term.term === 'age_at_conviction' && isAtLeast(term.compare),
      least: 18,
      most: 24,
      why: `${LINE_OF_AGE}; an offense is prosecuted within three years (PC 801), so 24 at conviction is 21 at the offense`,
    },
    { term: 'age_at_offense', field: 'years', least: 18, most: 21, why: LINE_OF_AGE },
    {
      term: 'convictions_in',
      field: 'atLeast',
      only: (term) => term.term === 'convictions_in' && term.section === 'same',
      least: 2,
      most: 99,
      why: 'two or more prior convictions of the section take the relief away, one does not: HS 11358(d)(2), 11359(c)(2), 11360(a)(3)(B)',
    },
    {
      term: 'age_as_of',
      field: 'years',
      least: 40,
      most: 65,
      why: 'the age that counties may choose under AB 1793 in the form that the state offered',
    },
    {
      term: 'conviction_free',
      field: 'years',
      least: 1,
      most: 15,
      why: 'the span that counties may choose under AB 1793 in the form that the state offered',
    },
    {
      term: 'convicted',
      field: 'yearsBeforeAsOf',
      least: 1,
      most: 15,
      why: 'the span that counties may choose under AB 1793 in the form that the state offered',
    },
  ],
  MI: [
    { term: 'conviction_free', field: 'years', least: 7, most: 10, why: CLEAN_SLATE_YEARS },
    { term: 'convicted', field: 'yearsBeforeAsOf', least: 7, most: 10, why: CLEAN_SLATE_YEARS },
    {
      term: 'among_first',
      field: 'most',
      least: 1,
      most: 4,
      why: 'MCL 780.621g(5): 2 felonies and 4 misdemeanors in a lifetime',
    },
  ],
};

/** Thresholds outside what the law of the policy's state allows. */
export function limitProblems(policy: Policy): PolicyProblem[] {
  const limits = Object.hasOwn(LIMITS, policy.jurisdiction) ? (LIMITS[policy.jurisdiction] ?? []) : [];
  return eachTerm(policy).flatMap(({ path, term }) =>
    limits.flatMap(({ field, least, most, only, term: name, why }) => {
      if (name !== term.term || only?.(term) === false) return [];
      const value = Object.entries(term).find(([key]) => key === field)?.[1] as number | undefined;
      if (value === undefined || (value >= least && value <= most)) return [];
      const allowed = most === 99 ? `at least ${least}` : `from ${least} to ${most}`;
      return [{ path: `${path}.${field}`, message: `is ${value} and must be ${allowed}: ${why}` }];
    }),
  );
}
