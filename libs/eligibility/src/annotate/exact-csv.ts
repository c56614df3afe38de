const MUST_BE_QUOTED = /[",\r\n]/;
const SUSPICIOUS = /(?:^|,)"?[=+\-@\t＝＋－＠]/;

/**
 * One cell, quoted only where it must be. What the old tools wrote is reproduced to the cell, and the cells of the file
 * are given back as they stood, so nothing is put in front of what a spreadsheet would take for a formula.
 */
export function exactCell(text: string): string {
  return MUST_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Without the line end. */
export function exactLine(cells: readonly string[]): string {
  return cells.map(exactCell).join(',');
}

/**
 * True where a cell of a line may begin with what a spreadsheet would take for a formula. A comma inside a cell counts as
 * well; it is a first look, which clears nearly every line.
 */
export function mayCalculate(line: string): boolean {
  return SUSPICIOUS.test(line);
}
