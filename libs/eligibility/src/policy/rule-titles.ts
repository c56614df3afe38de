import { engineRules } from '../evaluate/compile.ts';
import type { Policy } from './policy.ts';

/** The title of every rule by its id: the engine's own, those of the policy, and the otherwise. */
export function ruleTitles(policy: Policy): ReadonlyMap<string, string> {
  const rules = [...engineRules(policy), ...policy.rules, { id: 'otherwise', title: policy.otherwise.title }];
  return new Map(rules.map(({ id, title }) => [id, title]));
}
