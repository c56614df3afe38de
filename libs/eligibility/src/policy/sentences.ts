import type { Outcome } from '../determination.ts';
import { engineRules } from '../evaluate/compile.ts';
import { kindOf } from '../terms/kinds.ts';
import type { Consequence, Condition, Policy, Rule } from './policy.ts';

/** One rule in plain English. */
export interface RuleSentence {
  readonly ruleId: string;
  readonly sentence: string;
  readonly outcome: Outcome;
  readonly cite: string;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  dismiss: 'Dismiss',
  reduce: 'Reduce',
  not_eligible: 'Not eligible',
  needs_review: 'A person reviews it',
  refer: 'Refer',
  out_of_scope: 'Out of scope',
};

/**
 * A policy as people read it, in the order in which it is tried: what the engine settles first, each rule, and the
 * otherwise.
 *
 * @param policy a policy as `validatePolicy` returns it
 */
export function sentences(policy: Policy): RuleSentence[] {
  const { otherwise } = policy;
  return [
    ...[...engineRules(policy), ...policy.rules].map((rule) => sentenceOf(policy, rule)),
    {
      ruleId: 'otherwise',
      sentence: `${consequenceWords(otherwise.then)} in every other case.`,
      outcome: otherwise.then.outcome,
      cite: otherwise.cite,
    },
  ];
}

function sentenceOf(policy: Policy, rule: Rule): RuleSentence {
  const words = conditionWords(policy, rule.when, false);
  const when = words === '' ? 'in every case' : `when ${words}`;
  return {
    ruleId: rule.id,
    sentence: `${consequenceWords(rule.then)} ${when}${effectiveWords(rule)}.`,
    outcome: rule.then.outcome,
    cite: rule.cite,
  };
}

function consequenceWords({ agency, outcome }: Consequence): string {
  if (outcome !== 'refer') return WORDS[outcome];
  return `Refer to ${agency ?? 'the prosecuting agency'}`;
}

function effectiveWords({ effective }: Rule): string {
  const from = effective?.from === undefined ? '' : ` from ${effective.from}`;
  const to = effective?.to === undefined ? '' : ` until ${effective.to}`;
  return from === '' && to === '' ? '' : ` (in force${from}${to})`;
}

function conditionWords(policy: Policy, condition: Condition, negated: boolean): string {
  if ('not' in condition) return conditionWords(policy, condition.not, !negated);
  if ('term' in condition) {
    const kind = kindOf(condition);
    const label = kind.inFull?.(condition, negated) ?? kind.label(condition, negated, policy.lists);
    if (condition.unknown === undefined || condition.unknown === 'review') return label;
    return `${label} (where unknown: counts as ${condition.unknown === 'holds' ? 'true' : 'false'})`;
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => ({
    words: conditionWords(policy, part, negated),
    isGroup: !('term' in part),
  }));
  if (parts.length === 0) return isAll === negated ? 'it can never be' : '';
  const joint = isAll === negated ? ' or ' : ' and ';
  return parts.map(({ isGroup, words }) => (isGroup && parts.length > 1 ? `(${words})` : words)).join(joint);
}
