import { canonicalJson } from '../canonical.ts';
import type { CompiledPolicy } from '../evaluate/compile.ts';
import { eachTermOf } from '../policy/each-term.ts';
import type { Condition, Policy } from '../policy/policy.ts';

/** The rule because of which a conviction ends up elsewhere, and in which of the two policies it stands. */
export interface MovedBy {
  readonly policy: 'before' | 'after';
  readonly ruleId: string;
}

/** The rules of two policies, with those that say the same in both. */
export class RulesCompared {
  readonly #before: ReadonlyMap<string, string>;
  readonly #after: ReadonlyMap<string, string>;

  constructor(before: CompiledPolicy, after: CompiledPolicy) {
    this.#before = sayings(before);
    this.#after = sayings(after);
  }

  /**
   * The rule that moved a conviction: the one that decides now, where it is new, says something else than before, or has
   * come forward; the one that decided before, where that one is gone or changed and let the conviction through to a rule
   * that was there all along.
   *
   * @param from the rule that decided before; of an undecided one, the first that might have
   */
  movedBy(from: string, to: string): MovedBy {
    const isNewRule = this.#before.get(to) !== this.#after.get(to);
    const isOldRuleThere = this.#before.get(from) === this.#after.get(from);
    return isNewRule || isOldRuleThere ? { policy: 'after', ruleId: to } : { policy: 'before', ruleId: from };
  }
}

/** What each rule in force says: its condition with the lists that it names, and where it leads. */
function sayings({ inForce, policy }: CompiledPolicy): Map<string, string> {
  const said = new Map<string, string>();
  for (const { id, then, when } of inForce) said.set(id, canonicalJson([when, then, listsOf(when, policy)]));
  said.set('otherwise', canonicalJson(policy.otherwise.then));
  return said;
}

function listsOf(when: Condition, { lists }: Policy): unknown {
  const names = eachTermOf(when).flatMap((term) => {
    if (term.term === 'offense') return [term.in];
    return 'list' in term && term.list !== undefined ? [term.list] : [];
  });
  return Object.fromEntries(names.map((name) => [name, lists[name]]));
}
