import type { Outcome } from '../determination.ts';
import { labelOf } from '../words/say-term.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Checks } from './decide.ts';
import { inTheWay, truthOf } from './truth-of.ts';

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];

/**
 * The nearest way to relief: of the rules that grant it, the one with the fewest conditions missing, counting what each
 * earlier rule that stands in front of it would have to find otherwise. One clause per condition, each said as what must
 * be so; nothing when no rule of the policy grants relief.
 */
export function wouldQualifyIf(compiled: CompiledPolicy, checks: Checks): string[] {
  let best: readonly string[] | undefined;
  const inFront: CompiledRule[] = [];
  for (const rule of compiled.inOrder) {
    if (RELIEF.includes(rule.then.outcome)) {
      const missing = new Set([
        ...inFront.flatMap((earlier) => clauses(compiled, earlier, checks, true)),
        ...clauses(compiled, rule, checks, false),
      ]);
      if (missing.size > 0 && (best === undefined || missing.size < best.length)) best = [...missing];
    }
    if (truthOf(rule.node, (index) => checks.truth(index)) !== false) inFront.push(rule);
  }
  return best ? [...best] : [];
}

/** What must be so for a rule to hold, or not to, and is not, or is not known. */
function clauses(compiled: CompiledPolicy, rule: CompiledRule, checks: Checks, negated: boolean): string[] {
  return inTheWay(rule.node, (index) => checks.truth(index), negated).map((found) => {
    const term = compiled.terms[found.index];
    if (!term) throw new RangeError(`no term ${found.index}`);
    const { arithmetic, missing, result } = checks.check(found.index);
    const label = labelOf(term, found.negated, compiled.policy.lists);
    // Each reason says itself that something is not known.
    const why = result === 'unknown' ? [...new Set(missing.map((one) => one.why))] : [];
    const more = arithmetic === undefined ? why : [arithmetic, ...why];
    return more.length === 0 ? label : `${label} (${more.join('; ')})`;
  });
}
