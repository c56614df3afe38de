import { insertAt, moveAt, removeAt } from './json-path.ts';
import type { Policy, Rule } from './policy.ts';

/** A rule to begin with: a person reviews every conviction, until somebody says more. */
export const blankRule = (id: string): Rule => ({
  id,
  title: '',
  when: { all: [] },
  then: { outcome: 'needs_review' },
  cite: '',
});

/** With a new rule before the one that is at `index` now. */
export const withRule = (policy: Policy, index: number, rule: Rule): Policy => insertAt(policy, ['rules'], index, rule);

/** With a copy of a rule right after it, under an id of its own. */
export function withCopy(policy: Policy, index: number, id: string): Policy {
  const rule = policy.rules[index];
  return rule ? withRule(policy, index + 1, { ...rule, id }) : policy;
}

export const withoutRule = (policy: Policy, index: number): Policy => removeAt(policy, ['rules', index]);

/** With a rule moved by so many places, up where negative; the first and the last stay where they are. */
export const withRuleMoved = (policy: Policy, from: number, to: number): Policy => moveAt(policy, ['rules'], from, to);

/** An id that no rule of the policy has; `suggestion` comes from outside, so that an old id never returns. */
export const ruleId = (suggestion: string): string => `rule-${suggestion.toLowerCase().slice(0, 8)}`;
