import type { Condition, Policy } from './policy.ts';
import type { Term } from './term.ts';

/** A term where it stands: in which rule, under an odd or even number of "not", at which path. */
export interface PlacedTerm {
  readonly rule: number;
  readonly path: string;
  readonly term: Term;
  readonly negated: boolean;
}

/** Every term of every rule, in order. */
export function eachTerm(policy: Policy): PlacedTerm[] {
  return policy.rules.flatMap((rule, index) => termsOf(rule.when, index, `rules.${index}.when`, false));
}

/** Every term of a condition, in order. */
export function eachTermOf(condition: Condition): Term[] {
  return termsOf(condition, 0, '', false).map(({ term }) => term);
}

function termsOf(condition: Condition, rule: number, path: string, negated: boolean): PlacedTerm[] {
  if ('term' in condition) return [{ rule, path, term: condition, negated }];
  if ('not' in condition) return termsOf(condition.not, rule, `${path}.not`, !negated);
  if ('all' in condition) return condition.all.flatMap((part, n) => termsOf(part, rule, `${path}.all.${n}`, negated));
  return condition.any.flatMap((part, n) => termsOf(part, rule, `${path}.any.${n}`, negated));
}
