import type { Order, Outcome } from '../determination.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Term } from './term.ts';

/** A condition: a term, or terms combined. `all` of nothing holds, `any` of nothing does not. */
export type Condition =
  Term | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition };

/**
 * What a rule leads to. `refer` names an agency, or the one that prosecutes according to the routing table; relief may
 * name the order to ask for.
 */
export interface Consequence {
  readonly outcome: Outcome;
  readonly agency?: string;
  readonly order?: Order;
}

/** One rule. It is in force while the as-of date lies within `effective`, both days included. */
export interface Rule {
  readonly id: string;
  /** A sentence for people: why a conviction to which this rule applies has this outcome. */
  readonly title: string;
  readonly when: Condition;
  readonly then: Consequence;
  /** The law and the published source that this rule follows. */
  readonly cite: string;
  readonly legalBasis?: string;
  readonly effective?: { readonly from?: string; readonly to?: string };
  /** What an attorney must confirm before anybody relies on this rule; absent once confirmed. */
  readonly confirm?: string;
  /** The same for readers of Spanish. */
  readonly confirmEs?: string;
}

/** The outcome where no rule applies. */
export interface Otherwise {
  readonly title: string;
  readonly then: Consequence;
  readonly cite: string;
  readonly legalBasis?: string;
  readonly confirm?: string;
  readonly confirmEs?: string;
}

/**
 * Whether a conviction that was set aside under PC 1203.4 or its neighbors, or noted by the state under PC 1203.425, is
 * out of scope. HS 11361.8 gives more than they do, so an office may decide that it still speaks of such a conviction.
 */
export type SetAside = 'out_of_scope' | 'in_scope';

/** Which convictions qualify: versioned data that an attorney can read. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** The state whose law this is, such as `CA`. */
  readonly jurisdiction: string;
  /** The provision under which relief is recommended, unless a rule names another. */
  readonly legalBasis: string;
  /** `statutes` names a list; `county` is `any`, or the one county this policy is written for. */
  readonly scope: {
    readonly statutes: string;
    readonly county: string;
    /** `out_of_scope` unless told. */
    readonly setAside?: SetAside;
  };
  readonly lists: Readonly<Record<string, StatuteList>>;
  /** The first that applies decides. */
  readonly rules: readonly Rule[];
  readonly otherwise: Otherwise;
  /** What an attorney must confirm about the policy as a whole. */
  readonly confirm?: string;
  readonly confirmEs?: string;
}
