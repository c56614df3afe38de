import type { Policy } from './policy.ts';
import type { PolicyProblem } from './validate.ts';

/**
 * What an attorney has still to confirm, place by place: the policy as a whole, its rules in their order, and the
 * otherwise. A policy with such notes may be used; whoever publishes it must have seen them.
 */
export function notesToConfirm({ confirm, otherwise, rules }: Policy): PolicyProblem[] {
  const noted = [
    { path: 'confirm', confirm },
    ...rules.map((rule, index) => ({ path: `rules.${index}.confirm`, confirm: rule.confirm })),
    { path: 'otherwise.confirm', confirm: otherwise.confirm },
  ];
  return noted.flatMap(({ confirm, path }) =>
    confirm === undefined ? [] : [{ path, message: `To confirm: ${confirm}` }],
  );
}
