import type { Outcome } from '../determination.ts';
import type { Term } from '../policy/term.ts';
import { labelOf } from '../words/say-term.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Checks } from './decide.ts';
import { inTheWay, truthOf } from './truth-of.ts';

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];

/**
 * The nearest way to relief: of the rules that grant it, the one with the fewest conditions missing, counting what each
 * earlier rule that stands in front of it would have to find otherwise. One clause per condition, each said as what must
 * be so; nothing when no rule of the policy grants relief, or none can: what the conviction was of, how grave it was, and
 * when it was, does not become otherwise.
 */
export function wouldQualifyIf(compiled: CompiledPolicy, checks: Checks): string[] {
  let best: ReadonlySet<string> | undefined;
  const inFront = new Set<string>();
  const truth = (index: number) => checks.truth(index);
  for (const rule of compiled.inOrder) {
    if (RELIEF.includes(rule.then.outcome)) {
      const own = clauses(compiled, rule, checks, false);
      const missing = own && new Set([...inFront, ...own]);
      if (missing && missing.size > 0 && (best === undefined || missing.size < best.size)) best = missing;
    }
    if (truthOf(rule.node, truth) === false) continue;
    const away = clauses(compiled, rule, checks, true);
    // It decides whatever else becomes of the conviction, so nothing behind it is ever tried.
    if (!away) break;
    for (const clause of away) inFront.add(clause);
  }
  return best ? [...best] : [];
}

/** What is settled by the conviction itself, once it is known. */
const FIXED: readonly Term['term'][] = ['offense', 'severity', 'convicted', 'age_at_conviction', 'age_at_offense'];

/** What must be so for a rule to hold, or not to, and is not, or is not known; undefined where it can never be so. */
function clauses(compiled: CompiledPolicy, rule: CompiledRule, checks: Checks, negated: boolean): string[] | undefined {
  const truth = (index: number) => checks.truth(index);
  const fixed = (index: number) => {
    const term = compiled.terms[index];
    return term !== undefined && FIXED.includes(term.term) && truth(index) !== 'unknown';
  };
  return inTheWay(rule.node, truth, negated, fixed)?.map((found) => {
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
