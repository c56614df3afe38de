import type { PolicyProblem } from './validate.ts';

/** How much a policy may hold, many times as much as any preset: what is within it is read and checked in a moment. */
export const MOST = {
  /** Conditions inside conditions; no sentence that a person can read goes deeper. */
  levels: 40,
  rules: 200,
  /** Of all rules together: each condition, each group of them, and each value that one of them names. */
  conditions: 1_000,
  lists: 60,
  /** Of all lists together. */
  statutes: 3_000,
  /** Everything that is written anywhere, whatever it means. */
  values: 40_000,
} as const;

/**
 * What is too large about a policy, before anything else is looked at: each further check costs time that grows faster
 * than the text. Undefined where nothing is.
 *
 * @param json parsed JSON of any shape and depth
 */
export function tooLarge(json: unknown): PolicyProblem | undefined {
  const { levels, values } = sizeOf(json);
  if (levels > MOST.levels)
    return { path: '', message: `goes more than ${MOST.levels} levels deep: nobody could read it` };
  if (values > MOST.values) return refusal('the policy', values, MOST.values, 'values');
  const { lists, rules } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if (Array.isArray(rules)) {
    if (rules.length > MOST.rules) return refusal('the policy', rules.length, MOST.rules, 'rules');
    const conditions = rules.reduce((sum: number, rule) => sum + conditionsOf(partOf(rule, 'when')), 0);
    if (conditions > MOST.conditions)
      return refusal('the rules', conditions, MOST.conditions, 'conditions and values in them');
  }
  const all = typeof lists === 'object' && lists !== null ? Object.values(lists) : [];
  if (all.length > MOST.lists) return refusal('the policy', all.length, MOST.lists, 'lists');
  const statutes = all.reduce((sum: number, list) => sum + statutesOf(list), 0);
  if (statutes > MOST.statutes) return refusal('the lists', statutes, MOST.statutes, 'statutes');
  return undefined;
}

function refusal(what: string, has: number, most: number, of: string): PolicyProblem {
  const verb = what === 'the policy' ? 'has' : 'together have';
  const count = (many: number) => many.toLocaleString('en-US');
  const message = `${what} ${verb} ${count(has)} ${of}, and at most ${count(most)} can be checked: take some out, or write several policies`;
  return { path: '', message };
}

/** Goes on as long as it is within the limits; without recursion, since a hostile text is deeper than any stack. */
function sizeOf(json: unknown): { levels: number; values: number } {
  let [levels, values] = [0, 0];
  let layer: unknown[] = [json];
  while (layer.length > 0 && levels <= MOST.levels && values <= MOST.values) {
    values += layer.length;
    layer = layer.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (layer.length > 0) levels += 1;
  }
  return { levels, values };
}

/** Groups and terms, and every value that a term lists. */
function conditionsOf(condition: unknown): number {
  if (Array.isArray(condition)) return condition.reduce((sum: number, part) => sum + conditionsOf(part), 0);
  if (typeof condition !== 'object' || condition === null) return 1;
  const groups = Object.values(condition).filter((part) => typeof part === 'object' && part !== null);
  return groups.reduce((sum: number, part) => sum + conditionsOf(part), 1);
}

function statutesOf(list: unknown): number {
  const [entries, pairs] = [partOf(list, 'entries'), partOf(list, 'pairs')];
  const inPairs = Array.isArray(pairs)
    ? pairs.reduce((sum: number, pair) => sum + 1 + lengthOf(partOf(pair, 'offenses')), 0)
    : 0;
  return lengthOf(entries) + inPairs;
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
