import { partsOf } from './conditions.ts';
import type { Condition } from './policy.ts';

/** How the parts of a group are taken together, with a "not" around it already in the words. */
export type Together = 'all' | 'any' | 'not_all' | 'none';

export const togetherWords: Readonly<Record<Together, string>> = {
  all: 'All of these hold',
  any: 'At least one of these holds',
  not_all: 'Not all of these hold',
  none: 'None of these holds',
};

/** The group that a condition is, also under a "not"; undefined for a term and for what is denied twice. */
export function groupOf(
  condition: Condition,
): { readonly together: Together; readonly parts: readonly Condition[]; readonly path: readonly string[] } | undefined {
  const isDenied = 'not' in condition;
  const group = isDenied ? condition.not : condition;
  const parts = partsOf(group).map(({ part }) => part);
  const path = (key: string) => (isDenied ? ['not', key] : [key]);
  if ('all' in group) return { together: isDenied ? 'not_all' : 'all', parts, path: path('all') };
  if ('any' in group) return { together: isDenied ? 'none' : 'any', parts, path: path('any') };
  return undefined;
}

/** The same parts taken together in another way. */
export function together(how: Together, parts: readonly Condition[]): Condition {
  switch (how) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'not_all':
      return { not: { all: parts } };
    case 'none':
      return { not: { any: parts } };
  }
}
