import type { History } from '@clearance/record';

import { canonicalJson } from '../canonical.ts';
import type { Determination, Outcome } from '../determination.ts';
import type { Policy } from '../policy/policy.ts';
import { listNamed } from '../terms/check.ts';
import type { CompiledPolicy } from './compile.ts';
import { compilePolicy } from './compile.ts';
import { displayFacts } from './display.ts';
import { enteredOf } from '../entered/entered-words.ts';
import { flagsOf, namesOtherP64 } from './flags.ts';
import type { EvaluationContext, Judged } from './judge.ts';
import { judge, subjectsOf } from './judge.ts';
import { isListed, ruleOutside } from './ruling.ts';
import { traceOf } from './trace.ts';
import { wouldQualifyIf } from './would-qualify.ts';

/**
 * Determines every conviction that concerns the county in one person's history, in the order of the history: pure, and
 * for ever the same for the same history, policy, as-of date and routing table. Convictions in other counties count as
 * facts only; one of a court whose county is not given is determined, and goes to a person unless it is out of scope in
 * any case. So does a count whose disposition cannot be read.
 *
 * @param policy a policy as `validatePolicy` returns it
 * @throws RangeError when the policy names a list that it does not have
 */
export function evaluate(history: History, policy: Policy, context: EvaluationContext): Determination[] {
  const compiled = compilePolicy(policy, context.asOf);
  return subjectsOf(history, context).map((subject) => written(judge(subject, compiled), compiled));
}

/**
 * What `evaluate` gives of the convictions that a person has to be able to see (`isListed`), and of those that `also`
 * wants. The others, four of five in a whole history, cost next to nothing.
 *
 * @param also asked with the key of a conviction of which the policy does not speak
 * @throws RangeError when the policy names a list that it does not have
 */
export function evaluateSpokenOf(
  history: History,
  policy: Policy,
  context: EvaluationContext,
  also: (convictionKey: string) => boolean = () => false,
): Determination[] {
  const compiled = compilePolicy(policy, context.asOf);
  return subjectsOf(history, context).flatMap((subject) => {
    const { key } = subject.event.conviction;
    const outside = ruleOutside(subject, compiled);
    const mayBeListed = !outside || (outside.id === 'scope' && namesOtherP64(subject));
    if (!mayBeListed && !also(key)) return [];
    const determination = written(judge(subject, compiled), compiled);
    return isListed(determination) || also(key) ? [determination] : [];
  });
}

/** A determination as the bytes that are stored, hashed and compared: canonical JSON. */
export function traceBytes(determination: Determination): string {
  return canonicalJson(determination);
}

const NOTHING_TO_ASK: readonly Outcome[] = ['dismiss', 'reduce', 'out_of_scope'];

function written({ checks, decision, subject, verdict }: Judged, compiled: CompiledPolicy): Determination {
  const nearest = NOTHING_TO_ASK.includes(verdict.outcome) ? [] : wouldQualifyIf(compiled, checks);
  const { policy } = compiled;
  return {
    convictionKey: subject.event.conviction.key,
    ...verdict,
    flags: flagsOf(subject),
    facts: displayFacts(subject, listNamed(policy.lists, policy.scope.statutes)),
    trace: traceOf(compiled, decision, checks, subject),
    ...(nearest.length > 0 ? { wouldQualifyIf: nearest } : {}),
    ...(subject.person.entered.all.length > 0 ? { enteredFacts: enteredOf(subject) } : {}),
  };
}
