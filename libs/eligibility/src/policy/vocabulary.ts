import { outcomes } from '../determination.ts';
import { termFields, type FieldKind, type RuleTerm, type TermField } from '../terms/term-fields.ts';
import { vocabularyEnglish } from '../words/vocabulary-english.ts';
import { vocabularySpanish } from '../words/vocabulary-spanish.ts';
import type { VocabularyWords } from '../words/vocabulary-words.ts';
import type { Language } from '../words/words.ts';

/** A value with what a form calls it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field of a term as a form draws it. */
export interface VocabularyField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly optional: boolean;
  readonly options?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  readonly instead?: string;
}

/** Everything that rules can be built from, as data for a form. Plain JSON. */
export interface Vocabulary {
  readonly terms: readonly {
    readonly term: string;
    readonly label: string;
    readonly fields: readonly VocabularyField[];
  }[];
  readonly outcomes: readonly Choice[];
  readonly orders: readonly Choice[];
  readonly unknown: readonly Choice[];
}

const wordsIn: Readonly<Record<Language, VocabularyWords>> = { en: vocabularyEnglish, es: vocabularySpanish };

/** The terms with their fields, the outcomes, the orders and what an unknown fact can count as, in words of a language. */
export function vocabulary(language: Language = 'en'): Vocabulary {
  const words = wordsIn[language];
  const choices = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return {
    terms: (Object.keys(termFields) as RuleTerm[]).map((term) => ({
      term,
      label: words.terms[term],
      fields: termFields[term].map((field) => fieldOf(term, field, words)),
    })),
    outcomes: outcomes.map((value) => ({ value, label: words.outcomes[value] })),
    orders: choices(words.orders),
    unknown: choices(words.unknown),
  };
}

function fieldOf(term: RuleTerm, field: TermField, { fields, options }: VocabularyWords): VocabularyField {
  const { name } = field;
  const optionOf = (value: string): Choice => ({
    value,
    label: options[`${term}.${name}.${value}`] ?? options[`${name}.${value}`] ?? options[value] ?? value,
  });
  const { options: values, optional = false, ...rest } = field;
  return {
    ...rest,
    label: fields[`${term}.${name}`] ?? fields[name] ?? name,
    optional,
    ...(values ? { options: values.map(optionOf) } : {}),
  };
}
