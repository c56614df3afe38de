/** What a formula begins with; the last four are the full-width forms. */
const SIGN = '[=+\\-@＝＋－＠]';
/** What a spreadsheet may pass over before the sign: blanks of every width, what cannot be seen, and quotes. */
const RUN = `[\\s"'\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2060]`;
/** Where a cell begins: also behind what separates cells and lines where the office's list separator is no comma. */
const BEGIN = '(?:^|[;\\t\\r\\n])';
/** A sign behind blanks with nothing after it, as the filler `  -  `, calculates nothing. */
const FORMULA = `(?:(?<=${BEGIN}'*)${SIGN}|(?<=${BEGIN}${RUN}*)${SIGN}(?=\\s*\\S))`;

const MAY_BEGIN = new RegExp(`${SIGN}|^'*[\\t\\r\\n]`);
const TO_MARK = new RegExp(`^(?='*[\\t\\r\\n])|(?=${FORMULA})`, 'g');
const MARKED = new RegExp(`^'(?='*[\\t\\r\\n])|'(?=${FORMULA})`, 'g');

/**
 * The text of a cell so that no spreadsheet calculates it: an apostrophe stands in front of every sign that may begin a
 * formula, and in front of a cell that begins with a tab or a line end.
 *
 * This holds for every cell, negative numbers too, since a file does not say which are numbers. Blanks before the sign do
 * not hide it. A semicolon, a tab and a line end count as the beginning of a cell: where the list separator is a
 * semicolon, a spreadsheet cuts there, in spite of quotes. `asItWas` takes the apostrophes out again.
 */
export const harmlessText = (text: string): string => (MAY_BEGIN.test(text) ? text.replace(TO_MARK, "'") : text);

/** What `harmlessText` was given. */
export const asItWas = (harmless: string): string => harmless.replace(MARKED, '');

const NEEDS_QUOTES = /[",\r\n]/;

/** A text as one cell of RFC 4180, harmless, and quoted only where it must be. */
export function harmlessCell(text: string): string {
  const harmless = harmlessText(text);
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
