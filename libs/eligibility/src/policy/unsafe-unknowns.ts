import type { Outcome } from '../determination.ts';
import { eachTerm } from './each-term.ts';
import type { Policy } from './policy.ts';
import type { PolicyProblem } from './validate.ts';

/** How much an outcome gives the person. */
function worth(outcome: Outcome): number {
  if (outcome === 'dismiss') return 2;
  return outcome === 'reduce' ? 1 : 0;
}

/**
 * Terms by which a missing fact would lead to relief: an unknown fact never makes anyone eligible. Counted as true it
 * must not lead to more than the rules after it give; counted as false, not on to rules that give more.
 */
export function unsafeUnknowns(policy: Policy): PolicyProblem[] {
  return eachTerm(policy).flatMap(({ negated, path, rule, term }) => {
    if (term.unknown === undefined || term.unknown === 'review') return [];
    const own = worth(policy.rules[rule]?.then.outcome ?? 'needs_review');
    const after = [...policy.rules.slice(rule + 1), policy.otherwise].map(({ then }) => worth(then.outcome));
    const makesItHold = (term.unknown === 'holds') !== negated;
    const unsafe = makesItHold ? after.some((later) => later < own) : after.some((later) => later > own);
    if (!unsafe) return [];
    return [{ path: `${path}.unknown`, message: `"${term.unknown}" here would make a missing fact lead to relief` }];
  });
}
