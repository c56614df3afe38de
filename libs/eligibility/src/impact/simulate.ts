import type { History } from '@clearance/record';

import type { Order, Outcome, SeverityText } from '../determination.ts';
import type { EvaluationContext } from '../evaluate/judge.ts';
import { subjectsOf } from '../evaluate/judge.ts';
import type { Ruling } from '../evaluate/ruling.ts';
import type { Subject } from '../evaluate/subject.ts';
import type { Policy } from '../policy/policy.ts';
import type { Impact } from './figures.ts';
import { greatestFirst } from './figures.ts';
import { judgementOf } from './judgement.ts';
import type { MovedBy } from './moved-by.ts';
import { CountedPolicy } from './counted-policy.ts';
import { RulesCompared } from './moved-by.ts';

/** A person as the caller knows her. */
export interface PersonHistory {
  /** Whatever the caller tells people apart by; given back with each conviction that moves. */
  readonly person: string;
  readonly history: History;
}

/** Where a conviction stands under a policy. */
export interface Standing {
  readonly outcome: Outcome;
  /** `undecided` where facts are missing. */
  readonly ruleId: string;
  readonly agency?: string;
  readonly order?: Order;
}

/** One conviction that ends up elsewhere. */
export interface ConvictionMove {
  readonly person: string;
  readonly convictionKey: string;
  readonly section: string;
  readonly severity: SeverityText;
  /** `YYYY-MM-DD` where the day is known. */
  readonly date?: string;
  readonly from: Standing;
  readonly to: Standing;
  readonly movedBy: MovedBy;
}

/** How many go from one outcome to another. */
export interface Flow {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly convictions: number;
  readonly people: number;
}

/** Two policies over the same people. Plain JSON. */
export interface Simulation {
  readonly before: Impact;
  readonly after: Impact;
  /** Every pair of outcomes between which convictions move, the greatest first. */
  readonly flows: readonly Flow[];
  /** By the rule that moved them, the greatest first. */
  readonly movers: readonly (MovedBy & { readonly convictions: number })[];
  /** Every conviction whose outcome, agency or order is another one, in the order in which people came. */
  readonly moves: readonly ConvictionMove[];
}

/** Two policies over the same people, person by person: counts and the convictions that move are kept, nothing else. */
export class SimulationCount {
  readonly #context: EvaluationContext;
  readonly #before: CountedPolicy;
  readonly #after: CountedPolicy;
  readonly #rules: RulesCompared;
  readonly #moves: ConvictionMove[] = [];
  readonly #flows = new Map<string, { from: Outcome; to: Outcome; convictions: number; people: number }>();
  readonly #movers = new Map<string, MovedBy & { convictions: number }>();

  /**
   * @param before the policy that is compared with, and `after` the one that is tried
   * @throws RangeError when a policy names a list that it does not have
   */
  constructor(before: Policy, after: Policy, context: EvaluationContext) {
    this.#context = context;
    this.#before = new CountedPolicy(before, context);
    this.#after = new CountedPolicy(after, context);
    this.#rules = new RulesCompared(this.#before.compiled, this.#after.compiled);
  }

  /** Each person once, with the whole history. */
  add({ history, person }: PersonHistory): void {
    const subjects = subjectsOf(history, this.#context);
    if (subjects.length === 0) return;
    const before = this.#before.rule(subjects);
    const after = this.#after.rule(subjects);
    const flows = new Set<string>();
    subjects.forEach((subject, index) => {
      const [from, to] = [before[index], after[index]];
      if (from && to && isMoved(from, to)) flows.add(this.#move(person, subject, from, to));
    });
    for (const flow of flows) {
      const counted = this.#flows.get(flow);
      if (counted) counted.people += 1;
    }
  }

  /** What was found so far. */
  result(): Simulation {
    return {
      before: this.#before.count.result(),
      after: this.#after.count.result(),
      flows: greatestFirst(this.#flows.values(), flowName),
      movers: greatestFirst(this.#movers.values(), moverName),
      moves: [...this.#moves],
    };
  }

  #move(person: string, subject: Subject, before: Ruling, after: Ruling): string {
    const { convictionKey, date, section, severity } = judgementOf(subject, after, this.#after.scope);
    const [from, to] = [standingOf(before), standingOf(after)];
    const movedBy = this.#rules.movedBy(before.rule.id, after.rule.id);
    const what = { section, severity, ...(date === undefined ? {} : { date }) };
    this.#moves.push({ person, convictionKey, ...what, from, to, movedBy });
    const flow = flowName({ from: from.outcome, to: to.outcome });
    const counted = this.#flows.get(flow) ?? { from: from.outcome, to: to.outcome, convictions: 0, people: 0 };
    counted.convictions += 1;
    this.#flows.set(flow, counted);
    const mover = this.#movers.get(moverName(movedBy)) ?? { ...movedBy, convictions: 0 };
    mover.convictions += 1;
    this.#movers.set(moverName(movedBy), mover);
    return flow;
  }
}

/**
 * Two policies over the same people: what each does, and every conviction that ends up elsewhere, with the rule that
 * moved it.
 *
 * @param people everybody, each once, with the whole history
 * @throws RangeError when a policy names a list that it does not have
 */
export function simulate(
  people: Iterable<PersonHistory>,
  before: Policy,
  after: Policy,
  context: EvaluationContext,
): Simulation {
  const count = new SimulationCount(before, after, context);
  for (const person of people) count.add(person);
  return count.result();
}

export function flowName({ from, to }: Pick<Flow, 'from' | 'to'>): string {
  return `${from} ${to}`;
}

export function moverName({ policy, ruleId }: MovedBy): string {
  return `${policy} ${ruleId}`;
}

function isMoved(from: Ruling, to: Ruling): boolean {
  return from.outcome !== to.outcome || from.agency !== to.agency || from.order !== to.order;
}

function standingOf({ agency, order, outcome, ruleId }: Ruling): Standing {
  const more = { ...(agency === undefined ? {} : { agency }), ...(order === undefined ? {} : { order }) };
  return { outcome, ruleId, ...more };
}
