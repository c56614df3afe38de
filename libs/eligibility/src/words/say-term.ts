import type { StatuteList } from '../lists/statute-list.ts';
import type { Term } from '../policy/term.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';
import type { Language, Saying, Words } from './words.ts';

const languages: Readonly<Record<Language, Words>> = { en: english, es: spanish };

export function wordsOf(language: Language): Words {
  return languages[language];
}

/** A term in the words of a language. */
export function sayTerm(term: Term, words: Words, saying: Saying): string {
  const say = words.terms[term.term] as (one: Term, how: Saying) => string;
  return say(term, saying);
}

/** A term as a trace shows it: in English, with long lists of names cut short. */
export function labelOf(term: Term, negated: boolean, lists: Readonly<Record<string, StatuteList>>): string {
  return sayTerm(term, english, { negated, lists, inFull: false });
}
