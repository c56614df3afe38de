import { eachTerm } from './each-term.ts';
import type { Policy } from './policy.ts';
import type { Term } from './term.ts';
import type { PolicyProblem } from './validate.ts';

interface Limit {
  readonly term: Term['term'];
  readonly field: 'years' | 'yearsBeforeAsOf' | 'atLeast';
  readonly least: number;
  readonly most: number;
  readonly why: string;
}

/** What a threshold may be, by state. */
const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  CA: [
    {
      term: 'age_at_conviction',
      field: 'years',
      least: 18,
      most: 21,
      why: 'HS 11362.1 draws the line of age at 21, and juvenile matters (under 18) are not convictions (WIC 203)',
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
};

/** Thresholds outside what the law of the policy's state allows. */
export function limitProblems(policy: Policy): PolicyProblem[] {
  const limits = Object.hasOwn(LIMITS, policy.jurisdiction) ? (LIMITS[policy.jurisdiction] ?? []) : [];
  return eachTerm(policy).flatMap(({ path, term }) =>
    limits.flatMap((limit) => {
      if (limit.term !== term.term) return [];
      const value = Object.entries(term).find(([field]) => field === limit.field)?.[1] as number | undefined;
      if (value === undefined || (value >= limit.least && value <= limit.most)) return [];
      const message = `must be from ${limit.least} to ${limit.most}: ${limit.why}`;
      return [{ path: `${path}.${limit.field}`, message }];
    }),
  );
}
