import type { Policy } from './policy.ts';
import type { PolicyProblem } from './validate.ts';

/**
 * What an attorney has still to confirm, place by place: the policy as a whole, its lists, its rules and the otherwise.
 * Such a policy may be used; whoever publishes it must have seen these.
 */
export function openMarks({ confirm, lists, otherwise, rules }: Policy): PolicyProblem[] {
  const marked = [
    { path: 'confirm', confirm },
    ...Object.entries(lists).map(([name, list]) => ({ path: `lists.${name}.confirm`, confirm: list.confirm })),
    ...rules.map((rule, index) => ({ path: `rules.${index}.confirm`, confirm: rule.confirm })),
    { path: 'otherwise.confirm', confirm: otherwise.confirm },
  ];
  return marked.flatMap((one) =>
    one.confirm === undefined ? [] : [{ path: one.path, message: `To confirm: ${one.confirm}` }],
  );
}
