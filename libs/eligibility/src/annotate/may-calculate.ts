const SUSPICIOUS = /(?:^|,)"?[=+\-@\t＝＋－＠]/;

/**
 * True where a cell of a line may begin with what a spreadsheet would take for a formula. A comma inside a cell counts as
 * well; it is a first look, which clears nearly every line.
 */
export function mayCalculate(line: string): boolean {
  return SUSPICIOUS.test(line);
}
