import { parseDojDate } from '../doj-date.ts';

const LONGEST = 240;
const MASK = '•••••••••';
/** As much of a state identifier as a list shows. */
const LAST = 4;

/** Nine digits as a social security number has them, and a driver's licence, wherever no further digit or letter follows. */
const SECRET = /(?<![\dA-Z])(?:\d{3}[- ]?\d{2}[- ]?\d{4}|[A-Z]\d{7})(?![\dA-Z])/gi;
/** The state's identifier, also where its letter is left out; a date has eight digits as well. */
const IDENTIFIER = /(?<![\dA-Z])(?:[A-Z]\d{8,10}|\d{8}|\d{10})(?![\dA-Z])/gi;

/** A line of a file for people to look at, with what looks like a number of a person masked, and cut. */
export function maskedLine(text: string): string {
  const masked = maskedNumbers(text);
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}

/**
 * The text with what looks like a social security number or a licence masked, and of what looks like a state identifier
 * only the last four digits, as everywhere.
 */
export const maskedNumbers = (text: string): string =>
  text.replace(SECRET, MASK).replace(IDENTIFIER, (found) => (isDate(found) ? found : `••••${found.slice(-LAST)}`));

const isDate = (text: string): boolean => parseDojDate(text) !== undefined || /^0+$/.test(text);
