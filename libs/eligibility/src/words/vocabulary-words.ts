import type { Order, Outcome } from '../determination.ts';
import type { OnUnknown } from '../policy/term.ts';
import type { RuleTerm } from '../terms/term-fields.ts';

/** What a form says beside what it asks for. */
export interface VocabularyWords {
  readonly terms: Readonly<Record<RuleTerm, string>>;
  /** By the name of a field; `term.field` where a term has a word of its own for it. */
  readonly fields: Readonly<Record<string, string>>;
  /** By the value of an option; `field.value` or `term.field.value` where it is called otherwise there. */
  readonly options: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly orders: Readonly<Record<Order, string>>;
  readonly unknown: Readonly<Record<OnUnknown, string>>;
}
