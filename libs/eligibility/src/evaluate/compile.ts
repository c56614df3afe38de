import type { LocalDate } from '@clearance/record';

import { canonicalJson } from '../canonical.ts';
import type { Consequence, Condition, Policy, Rule } from '../policy/policy.ts';
import type { Term } from '../policy/term.ts';
import { labelOf } from '../words/say-term.ts';

/** A condition with its terms replaced by their place in the table of distinct terms. */
export type Node =
  | { readonly kind: 'term'; readonly index: number }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'not'; readonly node: Node };

/** How one term of a rule is shown in a trace. */
export interface Shown {
  readonly index: number;
  readonly negated: boolean;
  readonly label: string;
  readonly group?: string;
}

export interface CompiledRule {
  readonly id: string;
  readonly title: string;
  readonly then: Consequence;
  readonly cite: string;
  readonly legalBasis: string;
  readonly node: Node;
  readonly shown: readonly Shown[];
}

/** A policy as it is in force on one day: each distinct term once, each rule with its labels written out. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** The rules as written, the engine's own first. */
  readonly inForce: readonly Rule[];
  readonly terms: readonly Term[];
  readonly rules: readonly CompiledRule[];
  readonly otherwise: CompiledRule;
  /** The rules, and last what applies where none of them does. */
  readonly inOrder: readonly CompiledRule[];
}

/** Ids that rules of a policy may not take: the engine's own. */
export const reservedIds = [
  'other-county',
  'scope',
  'not-convicted',
  'already-relieved',
  'otherwise',
  'undecided',
  'unread-row',
] as const;

const compiledPolicies = new WeakMap<Policy, Map<string, CompiledPolicy>>();

/** The policy as in force on the as-of date; compiled once for each. */
export function compilePolicy(policy: Policy, asOf: LocalDate): CompiledPolicy {
  let byDay = compiledPolicies.get(policy);
  if (!byDay) compiledPolicies.set(policy, (byDay = new Map<string, CompiledPolicy>()));
  let compiled = byDay.get(asOf);
  if (!compiled) byDay.set(asOf, (compiled = compile(policy, asOf)));
  return compiled;
}

function compile(policy: Policy, asOf: LocalDate): CompiledPolicy {
  const table = new TermTable();
  const inForce = policy.rules.filter(
    ({ effective }) => (effective?.from ?? asOf) <= asOf && (effective?.to ?? asOf) >= asOf,
  );
  const rules = [...engineRules(policy), ...inForce];
  const compiled = rules.map((rule): CompiledRule => {
    const shown: Shown[] = [];
    const node = new Compiler(policy, table, shown).compile(rule.when, false, '');
    const { id, title, then, cite, legalBasis = policy.legalBasis } = rule;
    return { id, title, then, cite, legalBasis, node, shown };
  });
  const { legalBasis = policy.legalBasis, ...last } = policy.otherwise;
  const otherwise: CompiledRule = {
    ...last,
    id: 'otherwise',
    legalBasis,
    node: { kind: 'all', nodes: [] },
    shown: [],
  };
  return {
    policy,
    inForce: rules,
    terms: table.terms,
    rules: compiled,
    otherwise,
    inOrder: [...compiled, otherwise],
  };
}

/**
 * What comes before any policy's own rules: that it is a conviction of this county, of an offense that the policy is
 * about, and that it still stands.
 */
export function engineRules(policy: Policy): Policy['rules'] {
  const { county, setAside = 'out_of_scope', statutes } = policy.scope;
  const list = policy.lists[statutes];
  const isCalifornian = policy.jurisdiction === 'CA';
  return [
    {
      id: 'other-county',
      title: county === 'any' ? 'The conviction is of another county.' : `This policy is for ${county} only.`,
      when: { not: county === 'any' ? { term: 'own_county' } : { term: 'county', in: [county] } },
      then: { outcome: 'out_of_scope' },
      cite: policy.legalBasis,
    },
    {
      id: 'scope',
      title: `Not one of the ${list?.title ?? statutes}.`,
      when: { not: { term: 'offense', in: statutes } },
      then: { outcome: 'out_of_scope' },
      cite: list?.cite ?? policy.legalBasis,
    },
    {
      id: 'not-convicted',
      title: 'The count did not end in a conviction.',
      when: { not: { term: 'ended_in_conviction' } },
      then: { outcome: 'out_of_scope' },
      cite: isCalifornian ? 'PC 689' : policy.legalBasis,
    },
    {
      id: 'already-relieved',
      title:
        setAside === 'out_of_scope'
          ? 'A later order already took this conviction away.'
          : 'A later order vacated this conviction or dismissed it for good.',
      when: { term: 'relieved', how: setAside === 'out_of_scope' ? 'ended' : 'erased' },
      then: { outcome: 'out_of_scope' },
      cite: isCalifornian ? 'PC 1203.4; HS 11361.8' : policy.legalBasis,
    },
  ];
}

/** Each distinct term once, so that a term that many rules share is tried once. */
class TermTable {
  readonly terms: Term[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(term: Term): number {
    const key = canonicalJson(term);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.terms.length);
    this.terms.push(term);
    return this.terms.length - 1;
  }
}

class Compiler {
  readonly #policy: Policy;
  readonly #table: TermTable;
  readonly #shown: Shown[];
  #groups = 0;

  constructor(policy: Policy, table: TermTable, shown: Shown[]) {
    this.#policy = policy;
    this.#table = table;
    this.#shown = shown;
  }

  compile(condition: Condition, negated: boolean, group: string): Node {
    if ('term' in condition) return this.#term(condition, negated, group);
    if ('not' in condition) return { kind: 'not', node: this.compile(condition.not, !negated, group) };
    const kind = 'all' in condition ? 'all' : 'any';
    const parts = 'all' in condition ? condition.all : condition.any;
    // Turned round, "all of these" asks for any of the opposites. A plain "all" needs no name.
    const asks = (kind === 'any') === negated ? 'all' : 'any';
    const inner = asks === 'all' && group === '' ? group : this.#groupName(asks, group);
    return { kind, nodes: parts.map((part) => this.compile(part, negated, inner)) };
  }

  #groupName(asks: 'all' | 'any', outer: string): string {
    this.#groups += 1;
    return `${outer === '' ? '' : `${outer} / `}${asks} ${this.#groups}`;
  }

  #term(term: Term, negated: boolean, group: string): Node {
    const index = this.#table.indexOf(term);
    const label = labelOf(term, negated, this.#policy.lists);
    this.#shown.push(group === '' ? { index, negated, label } : { index, negated, label, group });
    return { kind: 'term', index };
  }
}
