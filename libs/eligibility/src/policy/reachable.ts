import { canonicalJson } from '../canonical.ts';
import type { Condition, Policy, Rule } from './policy.ts';
import type { PolicyProblem } from './validate.ts';

/** More distinct terms than this are not searched through; the rules are then taken to be reachable. */
const MOST_TERMS = 16;

type Formula =
  | { readonly kind: 'atom'; readonly key: string }
  | { readonly kind: 'not'; readonly part: Formula }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] };

/** Rules that no conviction can reach, because earlier ones take everything or their own condition never holds. */
export function orderProblems(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const before: { rule: Rule; formula: Formula }[] = [];
  policy.rules.forEach((rule, index) => {
    const formula = formulaOf(rule.when);
    const path = `rules.${index}.when`;
    const inForce = before.filter((earlier) => covers(earlier.rule, rule)).map((earlier) => earlier.formula);
    if (!satisfiable(formula)) problems.push({ path, message: 'can never hold' });
    else if (!satisfiable({ kind: 'all', parts: [formula, ...inForce.map(negation)] })) {
      problems.push({ path, message: 'can never be reached: the rules before it take every such conviction' });
    }
    before.push({ rule, formula });
  });
  return problems;
}

/** Rules with different outcomes that can hold together, so that their order alone decides. */
export function overlapWarnings(policy: Policy): PolicyProblem[] {
  return policy.rules.flatMap((rule, index) => {
    const formula = formulaOf(rule.when);
    const hidden = policy.rules
      .slice(0, index)
      .filter(
        (earlier) =>
          earlier.then.outcome !== rule.then.outcome &&
          satisfiable({ kind: 'all', parts: [formula, formulaOf(earlier.when)] }),
      );
    if (hidden.length === 0) return [];
    const names = hidden.map(({ id }) => id).join(', ');
    return [{ path: `rules.${index}`, message: `where it holds together with ${names}, order alone decides` }];
  });
}

/** Whether the earlier rule is in force on every day on which the later one is. */
function covers(earlier: Rule, later: Rule): boolean {
  const { from, to } = earlier.effective ?? {};
  const begins = from === undefined || (later.effective?.from !== undefined && later.effective.from >= from);
  const ends = to === undefined || (later.effective?.to !== undefined && later.effective.to <= to);
  return begins && ends;
}

function negation(part: Formula): Formula {
  return { kind: 'not', part };
}

function formulaOf(condition: Condition): Formula {
  if ('not' in condition) return negation(formulaOf(condition.not));
  if ('all' in condition) return { kind: 'all', parts: condition.all.map(formulaOf) };
  if ('any' in condition) return { kind: 'any', parts: condition.any.map(formulaOf) };
  // A severity is one of three, so that `felony` and `misdemeanor` cannot both hold.
  if (condition.term === 'severity') {
    return { kind: 'any', parts: condition.is.map((each) => ({ kind: 'atom', key: `severity ${each}` })) };
  }
  const { unknown: _unknown, ...asked } = condition;
  return { kind: 'atom', key: canonicalJson(asked) };
}

function satisfiable(formula: Formula): boolean {
  const keys = [...new Set(keysOf(formula))];
  const severities = keys.filter((key) => key.startsWith('severity '));
  const others = keys.filter((key) => !key.startsWith('severity '));
  if (others.length > MOST_TERMS) return true;
  for (const severity of [...severities, 'another severity']) {
    if (severity === 'another severity' && severities.length === 3) continue;
    for (let ways = 0; ways < 2 ** others.length; ways += 1) {
      const truths = new Map(others.map((key, bit) => [key, (ways & (1 << bit)) !== 0]));
      for (const key of severities) truths.set(key, key === severity);
      if (holds(formula, truths)) return true;
    }
  }
  return false;
}

function keysOf(formula: Formula): string[] {
  if (formula.kind === 'atom') return [formula.key];
  return formula.kind === 'not' ? keysOf(formula.part) : formula.parts.flatMap(keysOf);
}

function holds(formula: Formula, truths: ReadonlyMap<string, boolean>): boolean {
  if (formula.kind === 'atom') return truths.get(formula.key) ?? false;
  if (formula.kind === 'not') return !holds(formula.part, truths);
  if (formula.kind === 'all') return formula.parts.every((part) => holds(part, truths));
  return formula.parts.some((part) => holds(part, truths));
}
