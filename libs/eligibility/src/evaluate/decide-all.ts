import type { History } from '@clearance/record';

import type { Order, Outcome } from '../determination.ts';
import type { CompiledPolicy } from './compile.ts';
import type { EvaluationContext } from './judge.ts';
import { subjectsOf } from './judge.ts';
import { isSpokenOf, rule } from './ruling.ts';

/** What would be determined of one conviction, without the reasons. */
export interface Decided {
  /** `Conviction.key` of the history. */
  readonly convictionKey: string;
  readonly outcome: Outcome;
  /** `undecided` where facts are missing. */
  readonly ruleId: string;
  readonly agency?: string;
  readonly order?: Order;
}

/**
 * The outcome, rule, agency and order of every conviction that a policy speaks of, just as `evaluate` determines them,
 * for counts and comparisons: nothing is written out, and convictions of other offenses and counties cost almost nothing.
 *
 * @param compiled the policy as `compilePolicy` gives it for the as-of date of the context
 */
export function decideAll(history: History, compiled: CompiledPolicy, context: EvaluationContext): Decided[] {
  const found: Decided[] = [];
  for (const subject of subjectsOf(history, context)) {
    const { rule: _rule, ...decided } = rule(subject, compiled);
    if (isSpokenOf(decided)) found.push({ convictionKey: subject.event.conviction.key, ...decided });
  }
  return found;
}
