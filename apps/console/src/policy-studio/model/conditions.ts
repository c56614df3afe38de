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

/** The same parts put together in another way. A term alone becomes a group of one, which more can be added to. */
export function reshaped(condition: Condition, shape: Exclude<Shape, 'term'>): Condition {
  const current = shapeOf(condition);
  if (current === shape) return condition;
  const group = shape === 'not' ? 'all' : shape;
  const parts = current === 'all' || current === 'any' ? partsOf(condition).map(({ part }) => part) : undefined;
  if (shape === 'not') return { not: condition };
  if (parts) return group === 'all' ? { all: parts } : { any: parts };
  const inner = 'not' in condition && shapeOf(condition.not) !== 'term' ? condition.not : condition;
  return group === 'all' ? { all: [inner] } : { any: [inner] };
}

/** The opposite; that of an opposite is the condition itself again. */
export const negated = (condition: Condition): Condition =>
  'not' in condition ? condition.not : { not: condition };

/** A group of one part is that part; anything else stays. */
export function unwrapped(condition: Condition): Condition {
  const [only, ...others] = 'not' in condition ? [] : partsOf(condition);
  return only && others.length === 0 ? only.part : condition;
}

/** With one more condition: into a group at its end, or together with what was alone, where both must hold. */
export function withPart(condition: Condition, part: Condition): Condition {
  if ('all' in condition) return { all: [...condition.all, part] };
  if ('any' in condition) return { any: [...condition.any, part] };
  return { all: [condition, part] };
}
