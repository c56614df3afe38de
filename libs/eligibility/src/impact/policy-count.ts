import type { History } from '@clearance/record';

import { compilePolicy } from '../evaluate/compile.ts';
import type { CompiledPolicy } from '../evaluate/compile.ts';
import type { EvaluationContext } from '../evaluate/judge.ts';
import { judge } from '../evaluate/judge.ts';
import { personOf } from '../facts/person.ts';
import type { Policy } from '../policy/policy.ts';
import { listNamed } from '../terms/check.ts';
import type { Impact } from './figures.ts';
import { ImpactCount } from './impact.ts';
import { judgementOf } from './judgement.ts';

/** One policy over people, person by person, without writing a trace: only the counts are kept. */
export class PolicyCount {
  readonly #compiled: CompiledPolicy;
  readonly #context: EvaluationContext;
  readonly #count: ImpactCount;

  /** @throws RangeError when the policy names a list that it does not have */
  constructor(policy: Policy, context: EvaluationContext) {
    this.#compiled = compilePolicy(policy, context.asOf);
    this.#context = context;
    this.#count = new ImpactCount(policy, context);
  }

  /** Each person once, with the whole history. */
  add(history: History): void {
    const { lists, scope } = this.#compiled.policy;
    const list = listNamed(lists, scope.statutes);
    const judged = judge(history, this.#compiled, this.#context).map((one) => judgementOf(one, list));
    if (judged.length > 0) this.#count.addJudged(personOf(history), judged);
  }

  /** What was counted so far. */
  result(): Impact {
    return this.#count.result();
  }
}
