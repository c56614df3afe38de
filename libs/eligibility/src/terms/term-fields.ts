import type { Term } from '../policy/term.ts';

/** The terms that a rule of a policy may use; the others are the engine's own. */
export type RuleTerm = Exclude<Term, { readonly term: 'own_county' | 'ended_in_conviction' }>['term'];

/**
 * What can be filled in: one of the policy's lists, classes of severity, one of several choices (`compare` where they
 * compare), whole years, a date, names, or a number.
 */
export type FieldKind = 'list' | 'severities' | 'compare' | 'years' | 'date' | 'names' | 'choice' | 'number';

/** One field of a term as the policy language allows it. */
export interface TermField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
  readonly options?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The field that stands instead: exactly one of the two is given. */
  readonly instead?: string;
}

const list: TermField = { name: 'list', kind: 'list' };
const SEVERITIES = ['felony', 'misdemeanor', 'infraction'];
const classes: TermField = { name: 'classes', kind: 'severities', options: SEVERITIES, optional: true };
const years: TermField = { name: 'years', kind: 'years', min: 0, max: 120 };
const age: readonly TermField[] = [
  { name: 'compare', kind: 'compare', options: ['under', 'at_most', 'at_least', 'over'] },
  years,
];
const choice = (name: string, ...options: readonly string[]): TermField => ({ name, kind: 'choice', options });
const count = (name: string): TermField => ({ name, kind: 'number', min: 1, max: 99 });
const optional = (field: TermField): TermField => ({ ...field, optional: true });

/** Every term with its fields, in the order in which a form asks for them. `unknown` can be said of each besides. */
export const termFields: Readonly<Record<RuleTerm, readonly TermField[]>> = {
  offense: [{ name: 'in', kind: 'list' }],
  severity: [{ name: 'is', kind: 'severities', options: SEVERITIES }],
  convicted: [
    { name: 'compare', kind: 'compare', options: ['before', 'on_or_before', 'after', 'on_or_after'] },
    { name: 'date', kind: 'date', optional: true, instead: 'yearsBeforeAsOf' },
    { ...years, name: 'yearsBeforeAsOf', optional: true, instead: 'date' },
  ],
  age_at_conviction: age,
  age_at_offense: [...age, { ...years, name: 'within', optional: true }],
  age_as_of: age,
  conviction_free: [years, classes],
  only_convictions_in: [list],
  convictions_in: [
    count('atLeast'),
    choice('when', 'earlier', 'any'),
    optional(list),
    choice('section', 'any', 'same'),
    choice('per', 'case', 'count'),
    classes,
  ],
  among_first: [count('most'), choice('order', 'earliest', 'latest'), optional(list), classes],
  has_conviction_in: [list, choice('when', 'before', 'ever')],
  registered: [choice('when', 'before', 'ever'), list],
  sentences: [choice('are', 'complete', 'serving'), optional(choice('of', 'record', 'this_conviction'))],
  sentence_ended: [years, choice('parts', 'all', 'prison')],
  deceased: [],
  agency: [{ name: 'in', kind: 'names' }],
  amount: [
    { name: 'compare', kind: 'compare', options: ['at_most', 'over'] },
    { name: 'grams', kind: 'number', min: 0, max: 1_000_000 },
  ],
  case_has: [choice('counts', 'charged', 'convicted', 'arrested'), choice('offense', 'in', 'outside'), list],
  open_case: [],
  relieved: [choice('how', 'ended', 'set_aside', 'erased', 'reduced')],
  county: [{ name: 'in', kind: 'names' }],
};
