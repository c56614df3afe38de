import type { Truth } from '../determination.ts';
import { every, not, some } from '../truth.ts';
import { contradict } from './contradiction.ts';
import type { Within } from './contradiction.ts';
import type { Atom, Formula } from './formula.ts';
import { atomsOf, sizeOf } from './formula.ts';

/** After so many steps a formula is taken to be satisfiable: nothing is refused because it is long. */
const MOST_STEPS = 50_000;

/**
 * How much all formulas of one policy together may take, many times as much as any preset needs: then they are taken to
 * be satisfiable as well, so that nobody waits without end for a policy to be checked. Everything counts whose number
 * grows with the policy: parts of formulas looked at, comparisons of two questions and of two statutes.
 */
export class Effort {
  #left: number;

  constructor(most = 3_000_000) {
    this.#left = most;
  }

  /** What is left; below zero where the last thing took more. */
  get left(): number {
    return this.#left;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}

/** Whether any conviction could meet a formula. */
export function satisfiable(formula: Formula, within: Within, effort = new Effort()): boolean {
  if (effort.isSpent) return true;
  const search = new Search(formula, within, effort);
  return search.from(new Map<string, boolean>());
}

class Search {
  readonly #formula: Formula;
  readonly #within: Within;
  readonly #atoms: readonly Atom[];
  readonly #effort: Effort;
  #steps = 0;

  constructor(formula: Formula, within: Within, effort: Effort) {
    this.#formula = formula;
    this.#within = within;
    this.#effort = effort;
    effort.spend(sizeOf(formula));
    this.#atoms = [...atomsOf(formula).values()];
  }

  /** Tries both answers to the first question that is open; what an answer settles elsewhere is settled with it. */
  from(answers: ReadonlyMap<string, boolean>): boolean {
    this.#steps += 1;
    this.#effort.spend(this.#atoms.length);
    if (this.#steps > MOST_STEPS || this.#effort.isSpent) return true;
    const truth = this.#truthOf(this.#formula, answers);
    if (truth !== 'unknown') return truth;
    const open = this.#atoms.find(({ key }) => !answers.has(key));
    if (!open) return false;
    return [true, false].some((answer) => {
      const next = this.#settle(answers, open, answer);
      return next !== undefined && this.from(next);
    });
  }

  /** The answers with one more and all that follow from it; undefined where they contradict each other. */
  #settle(answers: ReadonlyMap<string, boolean>, atom: Atom, holds: boolean): Map<string, boolean> | undefined {
    const settled = new Map(answers).set(atom.key, holds);
    const todo = [{ term: atom.term, holds }];
    for (let literal = todo.pop(); literal; literal = todo.pop()) {
      this.#effort.spend(this.#atoms.length);
      for (const { key, term } of this.#atoms) {
        const isPossible = (answer: boolean) => !contradict(literal, { term, holds: answer }, this.#within);
        const answer = settled.get(key);
        if (answer !== undefined) {
          if (!isPossible(answer)) return undefined;
          continue;
        }
        const [yes, no] = [isPossible(true), isPossible(false)];
        if (yes && no) continue;
        if (!yes && !no) return undefined;
        settled.set(key, yes);
        todo.push({ term, holds: yes });
      }
    }
    return settled;
  }

  #truthOf(formula: Formula, answers: ReadonlyMap<string, boolean>): Truth {
    this.#effort.spend(1);
    switch (formula.kind) {
      case 'atom':
        return answers.get(formula.atom.key) ?? 'unknown';
      case 'not':
        return not(this.#truthOf(formula.part, answers));
      case 'all':
        return every(formula.parts.map((part) => this.#truthOf(part, answers)));
      case 'any':
        return some(formula.parts.map((part) => this.#truthOf(part, answers)));
    }
  }
}
