/** What a spreadsheet made of a number of twelve digits; undefined where it is something else. */
export function rewrittenNumber(cell: string): string | undefined {
  const text = cell.trim();
  // Only what has the very form of a rewritten number is repeated: anything else may be a social security number.
  if (/^\d(?:[.,]\d{1,12})?E\+?\d{1,2}$/i.test(text)) return `a spreadsheet rewrote CNT_ORDER as ${text}: ${ANEW}`;
  if (/^['’‘`]\d{12}['’‘`]?$/.test(text)) return `a spreadsheet put an apostrophe before CNT_ORDER: ${ANEW}`;
  if (/^="?\d{12}"?$/.test(text)) return `a spreadsheet made a formula of CNT_ORDER: ${ANEW}`;
  if (/^\d{12}[.,]0+$/.test(text) || /^\d{1,3}(?:[ .,'’]\d{3}){3}$/.test(text)) {
    return `a spreadsheet wrote CNT_ORDER as an amount, with points or commas in it: ${ANEW}`;
  }
  return undefined;
}

/**
 * What a spreadsheet made of an identifier or a case number, `1.01E+11`: its last digits are gone, and what were many numbers
 * is one. Undefined for anything else; `5E01234` is a number of its own.
 */
export function roundedNumber(cell: string, column: string): string | undefined {
  const text = cell.trim();
  const isRounded = /^\d(?:[.,]\d{1,12}E\+?|E\+)\d{1,2}$/i.test(text);
  return isRounded ? `a spreadsheet rewrote ${column} as ${text}: ${ANEW}` : undefined;
}

const ANEW = 'export the file anew as text';
