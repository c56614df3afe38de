import type { Truth } from '../determination.ts';
import { not } from '../truth.ts';
import type { Node } from './compile.ts';

/** Whether a condition holds, given what is known of each term. Terms that cannot change the answer are not asked. */
export function truthOf(node: Node, term: (index: number) => Truth): Truth {
  switch (node.kind) {
    case 'term':
      return term(node.index);
    case 'not':
      return not(truthOf(node.node, term));
    case 'all':
      return decided(node.nodes, false, term);
    case 'any':
      return decided(node.nodes, true, term);
  }
}

/** @param settling the answer of one part that is the answer of the whole */
function decided(nodes: readonly Node[], settling: boolean, term: (index: number) => Truth): Truth {
  let answer: Truth = !settling;
  for (const node of nodes) {
    const truth = truthOf(node, term);
    if (truth === settling) return settling;
    if (truth === 'unknown') answer = truth;
  }
  return answer;
}

/** The terms because of which a condition is unknown; none when it is not. */
export function openTerms(node: Node, term: (index: number) => Truth): number[] {
  if (truthOf(node, term) !== 'unknown') return [];
  if (node.kind === 'term') return [node.index];
  if (node.kind === 'not') return openTerms(node.node, term);
  return node.nodes.flatMap((part) => openTerms(part, term));
}

/** A term in the way of a condition, and whether it is so by being true. */
export interface Obstacle {
  readonly index: number;
  readonly negated: boolean;
}

/**
 * The terms that keep a condition from holding: enough of them, and for alternatives those of the one that is closest.
 * Undefined where the condition can never hold, since something is in the way that is `fixed`.
 */
export function inTheWay(
  node: Node,
  term: (index: number) => Truth,
  negated: boolean,
  fixed: (index: number) => boolean,
): readonly Obstacle[] | undefined {
  const truth = truthOf(node, term);
  if (truth === !negated) return [];
  if (node.kind === 'term') return fixed(node.index) ? undefined : [{ index: node.index, negated }];
  if (node.kind === 'not') return inTheWay(node.node, term, !negated, fixed);
  const parts = node.nodes.map((part) => inTheWay(part, term, negated, fixed));
  const needsAll = (node.kind === 'all') !== negated;
  if (needsAll) return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  return parts.reduce(
    (least, part) => (least === undefined || (part !== undefined && part.length < least.length) ? part : least),
    undefined,
  );
}
