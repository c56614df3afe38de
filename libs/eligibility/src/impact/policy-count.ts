import type { History } from '@clearance/record';

import type { Determined } from '../balance/balance.ts';
import type { CompiledPolicy } from '../evaluate/compile.ts';
import type { EvaluationContext } from '../evaluate/judge.ts';
import { subjectsOf } from '../evaluate/judge.ts';
import type { Policy } from '../policy/policy.ts';
import { CountedPolicy } from './counted-policy.ts';
import type { Impact } from './figures.ts';

/** One policy over people, person by person, without writing a trace: only the counts are kept. */
export class PolicyCount {
  readonly #policy: CountedPolicy;
  readonly #context: EvaluationContext;

  /** @throws RangeError when the policy names a list that it does not have */
  constructor(policy: Policy, context: EvaluationContext) {
    this.#policy = new CountedPolicy(policy, context);
    this.#context = context;
  }

  get compiled(): CompiledPolicy {
    return this.#policy.compiled;
  }

  /** Each person once, with the whole history. Answers where each of the convictions stands. */
  add(history: History): Determined[] {
    const subjects = subjectsOf(history, this.#context);
    return this.#policy.rule(subjects).map(({ outcome, ruleId }, index) => {
      const convictionKey = subjects[index]?.event.conviction.key ?? '';
      return { convictionKey, outcome, ruleId };
    });
  }

  /** What was counted so far. */
  result(): Impact {
    return this.#policy.count.result();
  }
}
