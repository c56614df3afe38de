import type { CompiledPolicy } from '../evaluate/compile.ts';
import { compilePolicy } from '../evaluate/compile.ts';
import type { EvaluationContext } from '../evaluate/judge.ts';
import type { Ruling } from '../evaluate/ruling.ts';
import { isSpokenOf, rule } from '../evaluate/ruling.ts';
import type { Subject } from '../evaluate/subject.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Policy } from '../policy/policy.ts';
import { listNamed } from '../terms/check.ts';
import { ImpactCount } from './impact.ts';
import type { Judgement } from './judgement.ts';
import { judgementOf } from './judgement.ts';

/** One policy ruling on people, person by person, and what comes of it; no trace is written. */
export class CountedPolicy {
  readonly compiled: CompiledPolicy;
  readonly scope: StatuteList;
  readonly count: ImpactCount;

  /** @throws RangeError when the policy names a list that it does not have */
  constructor(policy: Policy, context: EvaluationContext) {
    this.compiled = compilePolicy(policy, context.asOf);
    this.scope = listNamed(policy.lists, policy.scope.statutes);
    this.count = new ImpactCount(policy, context);
  }

  /** Rules on the convictions of one person, in their order, and counts those that the policy speaks of. */
  rule(subjects: readonly Subject[]): Ruling[] {
    const judgements: Judgement[] = [];
    const rulings = subjects.map((subject) => {
      const ruling = rule(subject, this.compiled);
      if (isSpokenOf(ruling)) judgements.push(judgementOf(subject, ruling, this.scope));
      return ruling;
    });
    const [first] = subjects;
    if (first && judgements.length > 0) this.count.addJudged(first.person, judgements);
    return rulings;
  }
}
