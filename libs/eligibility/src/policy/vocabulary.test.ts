import { describe, expect, test } from 'vitest';

import { termSchema } from './schema.ts';
import { vocabulary, type VocabularyField } from './vocabulary.ts';

interface TermShape {
  readonly shape: Readonly<
    Record<string, { readonly value?: string; safeParse(value: unknown): { success: boolean } }>
  >;
}
/** The terms that the schema itself knows. */
const schemas = new Map(
  (termSchema as unknown as { options: readonly TermShape[] }).options.map(({ shape }) => [
    shape['term']?.value ?? '',
    shape,
  ]),
);

/** Every value that a form could put into a field, at the edges of what it allows. */
function valuesOf({ kind, max, min, options = [] }: VocabularyField): unknown[] {
  if (kind === 'list') return ['cannabis'];
  if (kind === 'date') return ['2016-11-09'];
  if (kind === 'names') return [['YOLO', 'NAPA']];
  if (kind === 'severities') return [options.map(({ value }) => value), ...options.map(({ value }) => [value])];
  if (kind === 'years' || kind === 'number') return [min, max];
  return options.map(({ value }) => value);
}

/** Every way to fill in a term: each value of each field, optional ones also left out, one of two that exclude each other. */
function examplesOf(term: string, fields: readonly VocabularyField[]): Record<string, unknown>[] {
  let examples: Record<string, unknown>[] = [{ term }];
  for (const field of fields) {
    examples = examples.flatMap((example) => {
      if (field.instead !== undefined && field.instead in example) return [example];
      const filled = valuesOf(field).map((value) => ({ ...example, [field.name]: value }));
      const isLast =
        field.instead !== undefined && fields.indexOf(field) > fields.findIndex((f) => f.name === field.instead);
      return field.optional && !isLast ? [...filled, example] : filled;
    });
  }
  return examples;
}

describe('the vocabulary', () => {
  const { orders, outcomes, terms, unknown } = vocabulary();

  test('has every term that the schema has, with every field of it, and nothing else', () => {
    expect(terms.map(({ term }) => term).sort()).toEqual([...schemas.keys()].sort());
    for (const { fields, term } of terms) {
      const names = Object.keys(schemas.get(term) ?? {}).filter((name) => name !== 'term' && name !== 'unknown');
      expect(fields.map(({ name }) => name).sort(), term).toEqual(names.sort());
    }
  });

  test.each(terms)('builds only conditions that the language has: $term', ({ fields, term }) => {
    const examples = examplesOf(term, fields);
    // The one thing that a form has to be told by the check: the same section of no list.
    const refused = examples.filter(
      (example) => !(example['section'] === 'same' && !('list' in example)) && !termSchema.safeParse(example).success,
    );
    expect(examples.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
    for (const { value } of unknown) {
      expect(termSchema.safeParse({ ...examples[0], unknown: value }).success, value).toBe(true);
    }
  });

  test('says which fields can be left out, and allows no number outside of what the language allows', () => {
    for (const { fields, term } of terms) {
      for (const field of fields) {
        const schema = schemas.get(term)?.[field.name];
        expect(schema?.safeParse(undefined).success, `${term}.${field.name}`).toBe(field.optional);
        if (field.min !== undefined) expect(schema?.safeParse(field.min - 1).success).toBe(false);
        if (field.max !== undefined) expect(schema?.safeParse(field.max + 1).success).toBe(false);
      }
    }
  });

  test('has a word for everything, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const said = vocabulary(language);
      const labels = [
        ...[...said.outcomes, ...said.orders, ...said.unknown],
        ...said.terms.flatMap(({ fields, ...term }) => [
          { value: term.term, label: term.label },
          ...fields.flatMap(({ label, name, options = [] }) => [{ value: name, label }, ...options]),
        ]),
      ];
      for (const { label, value } of labels) expect(label, value).toMatch(/^\p{Lu}/u);
    }
    expect(outcomes).toHaveLength(6);
    expect(orders).toHaveLength(4);
  });
});
