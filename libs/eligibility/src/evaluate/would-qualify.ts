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
  let best: { readonly missing: ReadonlySet<string>; readonly isOther: boolean } | undefined;
  const inFront = new Set<string>();
  const truth = (index: number) => checks.truth(index);
  for (const rule of compiled.inOrder) {
    if (RELIEF.includes(rule.then.outcome)) {
      const missing = new Set(inFront);
      for (const clause of clauses(compiled, rule, checks, false)) missing.add(clause);
      const isOther = asksForAnotherOffense(compiled, rule, checks);
      const isNearer = !best || (isOther === best.isOther ? missing.size < best.missing.size : best.isOther);
      if (missing.size > 0 && isNearer) best = { missing, isOther };
    }
    if (truthOf(rule.node, truth) === false) continue;
    for (const clause of clauses(compiled, rule, checks, true)) inFront.add(clause);
  }
  return best ? [...best.missing] : [];
}

/** An offense is what it is: a way that needs another one is further than any that does not. */
function asksForAnotherOffense({ terms }: CompiledPolicy, { node }: CompiledRule, checks: Checks): boolean {
  return inTheWay(node, (index) => checks.truth(index)).some(
    ({ index }) => terms[index]?.term === 'offense' && checks.truth(index) !== 'unknown',
  );
}

/** What must be so for a rule to hold, or not to, and is not, or is not known. */
function clauses(compiled: CompiledPolicy, rule: CompiledRule, checks: Checks, negated: boolean): string[] {
  const truth = (index: number) => checks.truth(index);
  return inTheWay(rule.node, truth, negated).map((found) => {
    const { arithmetic, missing, result } = checks.check(found.index);
    const label = labelOfTerm(compiled, found.index, found.negated);
    // Each reason says itself that something is not known.
    const why = result === 'unknown' ? [...new Set(missing.map((one) => one.why))] : [];
    const more = arithmetic === undefined ? why : [arithmetic, ...why];
    return more.length === 0 ? label : `${label} (${more.join('; ')})`;
  });
}

const labels = new WeakMap<CompiledPolicy, Map<number, string>>();

/** A policy's terms are put into words once: of a hundred thousand convictions most lack the same few things. */
function labelOfTerm(compiled: CompiledPolicy, index: number, negated: boolean): string {
  let known = labels.get(compiled);
  if (!known) labels.set(compiled, (known = new Map<number, string>()));
  const place = 2 * index + Number(negated);
  let label = known.get(place);
  if (label === undefined) {
    const term = compiled.terms[index];
    if (!term) throw new RangeError(`no term ${index}`);
    known.set(place, (label = labelOf(term, negated, compiled.policy.lists)));
  }
  return label;
}
