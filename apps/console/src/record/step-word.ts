import { humanized } from '../convictions/flag-words.ts';
import type { StepView } from './source-index.ts';

const kinds: Readonly<Record<StepView['kind'], string>> = {
  arrest: 'Arrest',
  court: 'Court',
  registration: 'Registration',
  deceased: 'Deceased',
  other: 'Other',
};

/** What a step of a cycle is; what is none of the usual ones has the word of the file. */
export const stepWord = ({ kind, type }: Pick<StepView, 'kind' | 'type'>): string =>
  kind === 'other' ? humanized(type.toLowerCase()) : kinds[kind];
