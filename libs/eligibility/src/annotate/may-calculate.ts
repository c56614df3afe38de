const SIGN = '[=+\\-@＝＋－＠]';
const UNSEEN = `\\s'\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2060`;

/** At the beginning of a cell, behind blanks or quotes, and behind a semicolon; but the filler `  -  ` is none. */
const SUSPICIOUS = new RegExp(
  [
    `(?:^|,)"?'*(?:${SIGN}|[\\t\\r\\n])`,
    `(?:^|,)"["${UNSEEN}]*(?!-\\s*"(?:,|$))${SIGN}`,
    `(?:^|,)[${UNSEEN}]*(?!-\\s*(?:,|$))${SIGN}`,
    `[;\\t\\r\\n]["${UNSEEN}]*${SIGN}`,
  ].join('|'),
);

/**
 * True where a cell of a line may begin with what a spreadsheet would take for a formula. A comma inside a cell counts as
 * well; it is a first look, which clears nearly every line.
 */
export function mayCalculate(line: string): boolean {
  return SUSPICIOUS.test(line);
}
