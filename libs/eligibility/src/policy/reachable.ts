import type { Formula } from './formula.ts';
import { all, axiomsOf, formulaOf, negation } from './formula.ts';
import { listsWithin } from './list-within.ts';
import type { Consequence, Policy, Rule } from './policy.ts';
import { Effort, satisfiable } from './satisfiable.ts';
import type { PolicyProblem } from './validate.ts';

/** A rule with what it asks, as logic sees it. */
interface Placed {
  readonly rule: Rule;
  readonly formula: Formula;
}

/** What the order of the rules gets wrong, and what an author should look at. */
export function checkOrder(
  policy: Policy,
  effort = new Effort(),
): { problems: PolicyProblem[]; warnings: PolicyProblem[] } {
  const logic = asLogic(policy, effort);
  const [problems, warnings] = [orderProblems(logic), overlapWarnings(logic)];
  if (!effort.isSpent) return { problems, warnings };
  const message =
    'the rules are too many, or too closely connected, to find out whether each of them can be reached and which of them overlap: read them in their order yourself, or make them simpler';
  return { problems, warnings: [{ path: 'rules', message }, ...warnings] };
}

/** Rules that no conviction can reach, because earlier ones take everything or their own condition never holds. */
function orderProblems({ couldBe, placed }: Logic): PolicyProblem[] {
  return placed.flatMap(({ formula, rule }, index) => {
    const path = `rules.${index}.when`;
    if (!couldBe(formula)) return [{ path, message: 'no conviction can ever meet this condition' }];
    const earlier = placed.slice(0, index).filter((one) => inForceThroughout(one.rule, rule));
    if (couldBe(remaining(formula, earlier))) return [];
    const taking = leastTaking(formula, earlier, couldBe);
    const names = quoted(taking.map((one) => one.rule.id));
    const take = taking.length === 1 ? 'takes' : 'together take';
    const message = `this rule can never be reached: ${names} before it ${take} every conviction that would come to it`;
    return [{ path, message }];
  });
}

/** Rules with different outcomes that can hold together, so that their order alone decides. */
function overlapWarnings({ couldBe, effort, placed }: Logic): PolicyProblem[] {
  return placed.flatMap(({ formula, rule }, index) => {
    const hiding = placed.slice(0, index).filter(({ formula: other, rule: earlier }, place) => {
      if (sameConsequence(earlier.then, rule.then) || !everTogether(earlier, rule)) return false;
      if (effort.isSpent) return false;
      effort.spend(place + 1);
      const before = placed.slice(0, place).filter((one) => inForceThroughout(one.rule, earlier));
      // With nothing left it would be called an overlap without having been looked at.
      return couldBe(all(formula, remaining(other, before))) && !effort.isSpent;
    });
    if (hiding.length === 0) return [];
    const names = quoted(hiding.map((one) => one.rule.id));
    const message = `a conviction can meet this rule and also ${names}, with another outcome: only their order decides`;
    return [{ path: `rules.${index}`, message }];
  });
}

interface Logic {
  readonly placed: readonly Placed[];
  readonly effort: Effort;
  readonly couldBe: (formula: Formula) => boolean;
}

function asLogic(policy: Policy, effort: Effort): Logic {
  const axioms = axiomsOf(policy.scope);
  const within = listsWithin(policy, effort);
  return {
    effort,
    placed: policy.rules.map((rule) => ({ rule, formula: formulaOf(rule.when) })),
    couldBe: (formula) => satisfiable(all(axioms, formula), within, effort),
  };
}

/** What comes to a condition after other rules have taken theirs. */
function remaining(formula: Formula, earlier: readonly Placed[]): Formula {
  return all(formula, ...earlier.map((one) => negation(one.formula)));
}

/** As few of the earlier rules as take everything between them. */
function leastTaking(
  formula: Formula,
  earlier: readonly Placed[],
  couldBe: (formula: Formula) => boolean,
): readonly Placed[] {
  let taking = earlier;
  for (const one of earlier) {
    const without = taking.filter((other) => other !== one);
    if (!couldBe(remaining(formula, without))) taking = without;
  }
  return taking;
}

/** More names than this are told by their number. */
const MOST_NAMES = 10;

function quoted(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMES).map((id) => `"${id}"`);
  const more = ids.length - shown.length;
  const names = more > 0 ? [...shown, `${more} more`] : shown;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function sameConsequence(a: Consequence, b: Consequence): boolean {
  return a.outcome === b.outcome && a.agency === b.agency && a.order === b.order;
}

/** Whether the earlier rule is in force on every day on which the later one is. */
function inForceThroughout(earlier: Rule, later: Rule): boolean {
  const { from, to } = earlier.effective ?? {};
  const begins = from === undefined || (later.effective?.from !== undefined && later.effective.from >= from);
  const ends = to === undefined || (later.effective?.to !== undefined && later.effective.to <= to);
  return begins && ends;
}

/** Whether there is a day on which both are in force. */
function everTogether(a: Rule, b: Rule): boolean {
  const [from, to] = ['0001-01-01', '9999-12-31'];
  const begins = [a.effective?.from ?? from, b.effective?.from ?? from].sort().at(-1) ?? from;
  const ends = [a.effective?.to ?? to, b.effective?.to ?? to].sort()[0] ?? to;
  return begins <= ends;
}
