import { humanized } from '../convictions/flag-words.ts';

/** `DOE,JANE Q` as the state's file writes it → `DOE, JANE Q`. */
export const personName = (name: string): string => name.replace(/,(?=\S)/g, ', ');

const genders: Readonly<Record<string, string>> = { M: 'Male', F: 'Female', X: 'Nonbinary', U: 'Not known' };

/** The gender as a word, whether the file holds a letter or the word. */
export const genderWord = (text: string): string =>
  text === '' ? 'Not given' : (genders[text.toUpperCase()] ?? humanized(text.toLowerCase()));

/** The race as the file names it, in ordinary letters: `Other Asian`. */
export const raceWord = (text: string): string =>
  text === '' ? 'Not given' : text.toLowerCase().replace(/(^|[\s/-])\p{L}/gu, (letter) => letter.toUpperCase());
