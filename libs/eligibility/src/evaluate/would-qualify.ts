import type { Outcome, Truth } from '../determination.ts';
import { kindOf } from '../terms/kinds.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Checks } from './decide.ts';
import { inTheWay, truthOf } from './truth-of.ts';

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];

/**
 * The nearest way to relief: of the rules that grant it, the one with the fewest conditions missing, counting each
 * earlier rule that stands in front of it. One sentence per condition; nothing when no rule of the policy grants relief.
 */
export function wouldQualifyIf(compiled: CompiledPolicy, checks: Checks): string[] {
  let best: string[] | undefined;
  const inFront: CompiledRule[] = [];
  for (const rule of [...compiled.rules, compiled.otherwise]) {
    const truth = truthOf(rule.node, checks.truth);
    if (RELIEF.includes(rule.then.outcome)) {
      const missing = [
        ...inFront.map((earlier) => `this did not apply: ${lowerFirst(earlier.title)}`),
        ...conditionsOf(compiled, rule, checks, truth),
      ];
      if (missing.length > 0 && (best === undefined || missing.length < best.length)) best = missing;
    }
    if (truth !== false) inFront.push(rule);
  }
  return best ?? [];
}

function conditionsOf(compiled: CompiledPolicy, rule: CompiledRule, checks: Checks, truth: Truth): string[] {
  if (truth === true) return [];
  return inTheWay(rule.node, checks.truth).map(({ index, negated }) => {
    const term = compiled.terms[index];
    if (!term) return '';
    const label = kindOf(term).label(term, negated, compiled.policy.lists);
    const { arithmetic, result } = checks.check(index);
    const known = result === 'unknown' ? `${label}, which is not known` : label;
    return arithmetic === undefined ? known : `${known} (${arithmetic})`;
  });
}

function lowerFirst(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1).replace(/\.$/, '');
}
