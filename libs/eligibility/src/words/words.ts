import type { Order, Outcome } from '../determination.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { SetAside } from '../policy/policy.ts';
import type { Term } from '../policy/term.ts';

/** What may carry a note to confirm. */
interface Noted {
  readonly confirm?: string;
  readonly confirmEs?: string;
}

/** The languages in which a policy can be read. */
export type Language = 'en' | 'es';

/** What saying a term needs beside the term itself. */
export interface Saying {
  /** Whether the rule asks for the opposite: it is then said as what must be so, never as a "not" around the whole. */
  readonly negated: boolean;
  readonly lists: Readonly<Record<string, StatuteList>>;
  /** Long lists of names are written out for a reader of the policy, and cut short in a trace. */
  readonly inFull: boolean;
}

export type TermWords = {
  readonly [Name in Term['term']]: (term: Extract<Term, { term: Name }>, saying: Saying) => string;
};

/** Everything that a language needs to say a policy. */
export interface Words {
  readonly terms: TermWords;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** Follows the outcome. */
  readonly orders: Readonly<Record<Order, string>>;
  readonly or: string;
  readonly and: string;
  /** `Dismiss` and `the person is 50 or older`: a whole sentence. */
  readonly when: (consequence: string, condition: string) => string;
  readonly inEveryCase: (consequence: string) => string;
  readonly inEveryOtherCase: (consequence: string) => string;
  readonly referTo: (agency: string) => string;
  readonly neverHolds: string;
  /** Added to a term whose unknown fact counts as true or false. */
  readonly whereUnknown: (countsAs: boolean) => string;
  /** What an attorney must still confirm. */
  readonly toConfirm: (noted: Noted) => string | undefined;
  /** What a policy does with a conviction that was set aside already. */
  readonly setAside: Readonly<Record<SetAside, string>>;
  readonly inForce: (from: string | undefined, to: string | undefined) => string;
}

/** The title of a list; its name where the policy has no such list. */
export function titleOf({ lists }: Saying, name: string, language: Language): string {
  const list = lists[name];
  return (language === 'es' ? list?.titleEs : undefined) ?? list?.title ?? name;
}

/** `a, b or c` */
export function joined(parts: readonly string[], word: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}
