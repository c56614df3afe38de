import { reservedIds } from '../evaluate/compile.ts';
import { eachTerm } from './each-term.ts';
import { limitProblems } from './limits.ts';
import type { Policy } from './policy.ts';
import { checkOrder } from './reachable.ts';
import { unsafeUnknowns } from './unsafe-unknowns.ts';
import type { PolicyProblem } from './validate.ts';

/** What a policy of the right shape still gets wrong, and what its author should look at. */
export function checkMeaning(policy: Policy): { problems: PolicyProblem[]; warnings: PolicyProblem[] } {
  const problems = [
    ...idProblems(policy),
    ...listProblems(policy),
    ...effectiveProblems(policy),
    ...limitProblems(policy),
  ];
  if (problems.length > 0) return { problems, warnings: [] };
  const order = checkOrder(policy);
  return { problems: [...order.problems, ...unsafeUnknowns(policy)], warnings: order.warnings };
}

function idProblems({ rules }: Policy): PolicyProblem[] {
  const reserved: readonly string[] = reservedIds;
  return rules.flatMap(({ id }, index) => {
    const path = `rules.${index}.id`;
    if (reserved.includes(id))
      return [{ path, message: `"${id}" is a name that the engine uses itself: give the rule another one` }];
    const first = rules.findIndex((rule) => rule.id === id);
    return first < index ? [{ path, message: `rule ${first + 1} already has the id "${id}"` }] : [];
  });
}

function listProblems(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const check = (name: string, path: string) => {
    if (!Object.hasOwn(policy.lists, name))
      problems.push({
        path,
        message: `the policy has no list "${name}": it has ${Object.keys(policy.lists).join(', ') || 'none'}`,
      });
  };
  check(policy.scope.statutes, 'scope.statutes');
  for (const { path, term } of eachTerm(policy)) {
    if (term.term === 'offense') check(term.in, `${path}.in`);
    else if ('list' in term && term.list !== undefined) check(term.list, `${path}.list`);
  }
  return problems;
}

function effectiveProblems({ rules }: Policy): PolicyProblem[] {
  return rules.flatMap(({ effective }, index) =>
    effective?.from !== undefined && effective.to !== undefined && effective.from > effective.to
      ? [{ path: `rules.${index}.effective`, message: 'the rule would end before it begins' }]
      : [],
  );
}
