import type { Condition } from './policy.ts';

/** How a condition is put together. */
export type Shape = 'term' | 'all' | 'any' | 'not';

export const shapeOf = (condition: Condition): Shape =>
  'all' in condition ? 'all' : 'any' in condition ? 'any' : 'not' in condition ? 'not' : 'term';

/** The conditions that one is made of, and the path from it to each. */
export function partsOf(condition: Condition): readonly { path: (string | number)[]; part: Condition }[] {
  if ('not' in condition) return [{ path: ['not'], part: condition.not }];
  if ('all' in condition) return condition.all.map((part, index) => ({ path: ['all', index], part }));
  if ('any' in condition) return condition.any.map((part, index) => ({ path: ['any', index], part }));
  return [];
}

/** The opposite; that of an opposite is the condition itself again. */
export const negated = (condition: Condition): Condition => ('not' in condition ? condition.not : { not: condition });

/** With one more condition: into a group at its end, or together with what was alone, where both must hold. */
export function withPart(condition: Condition, part: Condition): Condition {
  if ('all' in condition) return { all: [...condition.all, part] };
  if ('any' in condition) return { any: [...condition.any, part] };
  return { all: [condition, part] };
}
