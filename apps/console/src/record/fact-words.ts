import type { Determination } from '@clearance/contract';
import { humanized } from '../convictions/flag-words.ts';

export type UnknownFact = Determination['unknownFacts'][number];

const words: Readonly<Record<string, string>> = {
  offense: 'The offense',
  severity: 'The severity',
  conviction_date: 'The date of conviction',
  birth_date: 'The date of birth',
  disposition: 'The disposition',
  relief: 'Whether relief was granted already',
  sentence: 'The sentence',
  agency: 'Who prosecuted',
  registration: 'The registration',
  other_convictions: 'The other convictions',
};

/** A missing fact as a person would ask for it. */
export const factWord = (fact: string): string => words[fact] ?? humanized(fact);
