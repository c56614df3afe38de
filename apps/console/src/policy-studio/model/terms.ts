import type { PolicyVocabulary, VocabularyField } from '@clearance/contract';
import { listTitle } from './lists.ts';
import type { Condition, Policy, Term } from './policy.ts';

export type VocabularyTerm = PolicyVocabulary['terms'][number];

/** The lists of a policy to choose from, by their titles. */
export const listOptions = (policy: Policy) =>
  Object.keys(policy.lists).map((name) => ({ value: name, label: listTitle(policy, name) }));

/**
 * A term to begin with. What has an obvious first value gets it; a number or a day never does, because a threshold that
 * nobody chose would be read as one that somebody did.
 */
export function termFrom({ term, fields }: VocabularyTerm, policy: Policy): Term {
  const given = fields.flatMap((field) => {
    const value = field.optional || field.instead !== undefined ? undefined : firstValue(field, policy);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return { term, ...Object.fromEntries(given) } as Term;
}

function firstValue({ kind, options }: VocabularyField, policy: Policy): unknown {
  switch (kind) {
    case 'list':
      return Object.keys(policy.lists)[0];
    case 'severities':
      return options?.slice(0, 1).map(({ value }) => value) ?? [];
    case 'compare':
    case 'choice':
      return options?.[0]?.value;
    case 'names':
      return [];
    case 'years':
    case 'number':
    case 'date':
      return undefined;
  }
}

/** Another kind of term in the place of one: fields of the same name and kind keep what they say. */
export function retermed(from: Term, before: VocabularyTerm | undefined, next: VocabularyTerm, policy: Policy): Term {
  const blank = termFrom(next, policy);
  const kept = next.fields.flatMap((field) => {
    const same = before?.fields.find(({ name, kind }) => name === field.name && kind === field.kind);
    const value = (from as unknown as Readonly<Record<string, unknown>>)[field.name];
    const fits =
      same &&
      value !== undefined &&
      (field.options === undefined ||
        (Array.isArray(value) ? value : [value]).every((one) => field.options?.some((option) => option.value === one)));
    return fits ? [[field.name, value] as const] : [];
  });
  return { ...blank, ...Object.fromEntries(kept) };
}

/** The fields that a form shows: of two of which exactly one is given, the one that is. */
export function fieldsShown({ fields }: VocabularyTerm, term: Condition): readonly VocabularyField[] {
  return fields.filter((field) => {
    const other = fields.find(({ name }) => name === field.instead);
    if (!other) return true;
    if (field.name in term) return true;
    return !(other.name in term) && fields.indexOf(field) < fields.indexOf(other);
  });
}
