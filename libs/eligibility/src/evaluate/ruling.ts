import type { Determination, Order, Outcome } from '../determination.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { listNamed } from '../terms/check.ts';
import type { CompiledPolicy, CompiledRule } from './compile.ts';
import type { Decision } from './decide.ts';
import { Checks, decide } from './decide.ts';
import type { Subject } from './subject.ts';

/** Where a conviction stands under a policy, without the words of why. */
export interface Ruling {
  readonly outcome: Outcome;
  /** `undecided` where facts are missing. */
  readonly ruleId: string;
  /** Who prosecutes, where the outcome is `refer`. */
  readonly agency?: string;
  readonly order?: Order;
  /** The rule that decided; of an undecided one the first that might have. */
  readonly rule: CompiledRule;
}

/** The engine's own rules by which a policy does not speak of a conviction; one whose comment names a section is stored all the same. */
export const NOT_SPOKEN_OF: readonly string[] = ['scope', 'other-county'];

/** Whether a policy speaks of a conviction at all: its offense is one of the policy's, in its county. */
export function isSpokenOf({ ruleId }: { readonly ruleId: string }): boolean {
  return !NOT_SPOKEN_OF.includes(ruleId);
}

/**
 * Whether a person has to be able to see a determination: the policy speaks of the conviction; or it is of another
 * offense of the county, and its comment names a cannabis charge that no count of the file may have.
 */
export function isListed({ flags, ruleId }: Pick<Determination, 'flags' | 'ruleId'>): boolean {
  return isSpokenOf({ ruleId }) || (ruleId === 'scope' && flags.includes('other_p64_in_comment'));
}

/** Decides one conviction: the outcome, rule, agency and order that its determination would have, and nothing else. */
export function rule(subject: Subject, compiled: CompiledPolicy): Ruling {
  const outside = ruleOutside(subject, compiled);
  if (outside) return { outcome: outside.then.outcome, ruleId: outside.id, rule: outside };
  return rulingOf(decide(compiled, new Checks(compiled, subject), subject), subject);
}

/**
 * The engine's own rule by which a policy surely does not speak of a conviction: four in five are of other offenses, and
 * cost no more than to see that.
 */
export function ruleOutside({ county, event }: Subject, { policy, rules }: CompiledPolicy): CompiledRule | undefined {
  const [otherCounty, scope] = rules;
  const own = policy.scope.county === 'any' ? county : policy.scope.county;
  const court = event.conviction.county;
  if (court !== '' && court !== own) return otherCounty;
  return isOutOfScope(event, policy) ? scope : undefined;
}

function isOutOfScope(event: ConvictionEvent, { lists, scope }: CompiledPolicy['policy']): boolean {
  return event.matches(listNamed(lists, scope.statutes)).result === false;
}

const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];

/**
 * What a decision comes to; undecided also where it would be referred and nobody knows to whom, and where it would grant
 * relief to a person of whom a row could not be read. Whatever the policy asks, that row may be a conviction that stands
 * in the way, or the order that took this one away already.
 */
export function rulingOf(decision: Decision, subject: Subject): Ruling {
  const ruling = decided(decision, subject);
  const isHeldBack = subject.person.history.unread.length > 0 && RELIEF.includes(ruling.outcome);
  return isHeldBack ? undecided(ruling.rule) : ruling;
}

function decided(decision: Decision, subject: Subject): Ruling {
  const [earliest] = decision.deciding;
  if (!earliest) return undecided(decision.first);
  const last = decision.tried.at(-1)?.rule;
  const found = last && isCertain(last, decision) ? last : earliest;
  const { order, outcome } = found.then;
  const ruling = { outcome, ruleId: found.id, ...(order === undefined ? {} : { order }), rule: found };
  if (outcome !== 'refer') return ruling;
  if (found.then.agency !== undefined) return { ...ruling, agency: found.then.agency };
  const { agency } = subject;
  return agency.state === 'known' ? { ...ruling, agency: agency.value } : undecided(found);
}

function undecided(might: CompiledRule): Ruling {
  return { outcome: 'needs_review', ruleId: 'undecided', rule: might };
}

/** The last rule tried holds for certain, unless it is the otherwise, which says that none of the others does. */
export function isCertain(one: CompiledRule, { deciding, tried }: Decision): boolean {
  return one.id !== 'otherwise' && one === tried.at(-1)?.rule && deciding.includes(one);
}
