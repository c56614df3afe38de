import type { Outcome } from '../determination.ts';
import { engineRules } from '../evaluate/compile.ts';
import { sayTerm, wordsOf } from '../words/say-term.ts';
import { joined } from '../words/words.ts';
import type { Language, Words } from '../words/words.ts';
import type { Consequence, Condition, Policy, Rule } from './policy.ts';

/** One rule in plain words. */
export interface RuleSentence {
  readonly ruleId: string;
  readonly sentence: string;
  readonly outcome: Outcome;
  readonly cite: string;
  /** What an attorney must still confirm, as `To confirm: …`. */
  readonly confirm?: string;
}

/**
 * A policy as people read it, in the order in which it is tried: what the engine settles first, each rule, and the
 * otherwise.
 *
 * @param policy a policy as `validatePolicy` returns it
 */
export function sentences(policy: Policy, language: Language = 'en'): RuleSentence[] {
  const words = wordsOf(language);
  const { otherwise } = policy;
  return [
    ...[...engineRules(policy), ...policy.rules].map((rule) => sentenceOf(policy, rule, words)),
    {
      ruleId: 'otherwise',
      sentence: `${words.inEveryOtherCase(consequenceWords(otherwise.then, words))}.`,
      outcome: otherwise.then.outcome,
      cite: otherwise.cite,
      ...confirmWords(otherwise, words),
    },
  ];
}

function sentenceOf(policy: Policy, rule: Rule, words: Words): RuleSentence {
  const condition = conditionWords(policy, rule.when, false, words);
  const consequence = consequenceWords(rule.then, words);
  const said = condition === '' ? words.inEveryCase(consequence) : words.when(consequence, condition);
  return {
    ruleId: rule.id,
    sentence: `${said}${words.inForce(rule.effective?.from, rule.effective?.to)}.`,
    outcome: rule.then.outcome,
    cite: rule.cite,
    ...confirmWords(rule, words),
  };
}

function confirmWords(noted: Rule | Policy['otherwise'], words: Words): Pick<RuleSentence, 'confirm'> {
  const note = words.toConfirm(noted);
  return note === undefined ? {} : { confirm: note };
}

/** What a rule leads to, such as `Dismiss and seal`. */
export function consequenceWords({ agency, order, outcome }: Consequence, words: Words): string {
  if (outcome === 'refer' && agency !== undefined) return words.referTo(agency);
  return words.outcomes[outcome] + (order === undefined ? '' : words.orders[order]);
}

/** What a rule asks for; empty where it asks for nothing. */
export function conditionWords(policy: Policy, condition: Condition, negated: boolean, words: Words): string {
  if ('not' in condition) return conditionWords(policy, condition.not, !negated, words);
  if ('term' in condition) {
    const said = sayTerm(condition, words, { negated, lists: policy.lists, inFull: true });
    if (condition.unknown === undefined || condition.unknown === 'review') return said;
    return said + words.whereUnknown((condition.unknown === 'holds') !== negated);
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => ({
    said: conditionWords(policy, part, negated, words),
    isGroup: !('term' in part) && !('not' in part && 'term' in part.not),
  }));
  if (parts.length === 0) return isAll === negated ? words.neverHolds : '';
  const said = parts.map((part) => (part.isGroup && parts.length > 1 ? `(${part.said})` : part.said));
  return joined(said, isAll === negated ? words.or : words.and);
}
