import type { Truth } from '../determination.ts';
import type { Check } from '../terms/check.ts';
import { checkTerm } from '../terms/kinds.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Subject } from './subject.ts';
import { openTerms, truthOf } from './truth-of.ts';
import type { Varied } from './worlds.ts';
import { dependsOn, worldsOf } from './worlds.ts';

/** The terms of a policy, each tried on one conviction when first asked for. */
export class Checks {
  readonly #compiled: CompiledPolicy;
  readonly #subject: Subject;
  readonly #checks: (Check | undefined)[] = [];

  constructor(compiled: CompiledPolicy, subject: Subject) {
    this.#compiled = compiled;
    this.#subject = subject;
  }

  check(index: number): Check {
    return (this.#checks[index] ??= this.#try(index));
  }

  /**
   * The result as a rule uses it: an unknown one as the policy says it counts. A method, because a function kept in a
   * field of each of so many objects holds the whole history in memory until the next full collection.
   */
  truth(index: number): Truth {
    const { result } = this.check(index);
    if (result !== 'unknown') return result;
    const onUnknown = this.#compiled.terms[index]?.unknown;
    if (onUnknown === 'holds') return true;
    return onUnknown === 'fails' ? false : 'unknown';
  }

  #try(index: number): Check {
    const term = this.#compiled.terms[index];
    if (!term) throw new RangeError(`no term ${index}`);
    return checkTerm(term, this.#subject, this.#compiled.policy.lists);
  }
}

/** A rule that was tried, with what came of it. */
export interface Tried {
  readonly rule: CompiledRule;
  readonly result: Truth;
}

export interface Decision {
  /** Every rule tried, in order, up to the first that holds. */
  readonly tried: readonly Tried[];
  /** The rules that may decide, all with the outcome that stands; none where no outcome does. */
  readonly deciding: readonly CompiledRule[];
  /** The first rule that may decide. */
  readonly first: CompiledRule;
  /** The terms that are unknown and matter; none where an outcome stands. */
  readonly open: readonly number[];
}

/**
 * Goes through the rules in order. The first that holds decides; a rule that may hold is looked past, and when all
 * rules that may decide agree on the outcome, or every way the facts could turn out does, that outcome stands.
 */
export function decide(compiled: CompiledPolicy, checks: Checks, subject: Subject): Decision {
  const tried: Tried[] = [];
  const reached: CompiledRule[] = [];
  const truth = (index: number) => checks.truth(index);
  for (const rule of compiled.inOrder) {
    const result = truthOf(rule.node, truth);
    tried.push({ rule, result });
    if (result !== false) reached.push(rule);
    if (result === true) break;
  }
  const [first = compiled.otherwise] = reached;
  if (reached.length === 1) return { tried, deciding: reached, first, open: [] };
  const open = [...new Set(tried.flatMap(({ rule }) => openTerms(rule.node, truth)))];
  let consequences: ReadonlySet<string> = new Set(reached.map((rule) => consequenceOf(rule, subject)));
  if (consequences.size > 1) consequences = outcomesOfWorlds(compiled, checks, subject, open);
  if (consequences.size > 1) return { tried, deciding: [], first, open };
  const deciding = reached.filter((rule) => consequences.has(consequenceOf(rule, subject)));
  return { tried, deciding, first, open: [] };
}

/** What makes two rules lead to the same: the outcome, the order, and the agency that it would be referred to. */
function consequenceOf(rule: CompiledRule, subject: Subject): string {
  const { agency, order, outcome } = rule.then;
  if (outcome !== 'refer') return order === undefined ? outcome : `${outcome} ${order}`;
  if (agency !== undefined) return `refer ${agency}`;
  const prosecuting = subject.agency;
  return prosecuting.state === 'known' ? `refer ${prosecuting.value}` : 'refer ?';
}

/** More ways than this are not looked through: the conviction goes to a person. */
const MOST_WAYS = 4000;

const TOO_MANY: ReadonlySet<string> = new Set(['a', 'b']);

/** The outcomes that the ways in which the unknown facts could turn out lead to; at least two when too many to try. */
function outcomesOfWorlds(
  compiled: CompiledPolicy,
  checks: Checks,
  subject: Subject,
  open: readonly number[],
): ReadonlySet<string> {
  const varied = variedBy(compiled, subject, open);
  const moved = compiled.terms.map((term) => dependsOn(term).some((fact) => varied.includes(fact)));
  const outcomes = new Set<string>();
  const budget = { left: MOST_WAYS };
  for (const own of worldsOf(subject, varied, compiled.terms)) {
    const world = subject.supposing(own);
    const worldChecks = new Checks(compiled, world);
    // What a policy says an unknown term counts as stays so: the world only supposes what the record does not say.
    const truth = (index: number): Truth => {
      const known = checks.truth(index);
      return known === 'unknown' && moved[index] ? worldChecks.truth(index) : known;
    };
    if (!explore(compiled, world, truth, new Map<number, boolean>(), outcomes, budget)) return TOO_MANY;
    if (outcomes.size > 1) break;
  }
  return outcomes;
}

function variedBy(compiled: CompiledPolicy, subject: Subject, open: readonly number[]): Varied[] {
  const facts = new Set(open.flatMap((index) => dependsOn(compiled.terms[index] ?? { term: 'deceased' })));
  return [...facts].filter((fact) => subject[fact].state !== 'known');
}

/** Follows both ways of every term that is still unknown. False when there are more ways than may be tried. */
function explore(
  compiled: CompiledPolicy,
  subject: Subject,
  known: (index: number) => Truth,
  supposed: Map<number, boolean>,
  outcomes: Set<string>,
  budget: { left: number },
): boolean {
  budget.left -= 1;
  if (budget.left < 0) return false;
  const truth = (index: number): Truth => supposed.get(index) ?? known(index);
  for (const rule of compiled.rules) {
    const result = truthOf(rule.node, truth);
    if (result === false) continue;
    if (result === true) {
      outcomes.add(consequenceOf(rule, subject));
      return true;
    }
    const [index] = openTerms(rule.node, truth);
    if (index === undefined) return false;
    for (const way of [true, false]) {
      supposed.set(index, way);
      const finished = explore(compiled, subject, known, supposed, outcomes, budget);
      supposed.delete(index);
      if (!finished) return false;
      if (outcomes.size > 1) return true;
    }
    return true;
  }
  outcomes.add(consequenceOf(compiled.otherwise, subject));
  return true;
}
