const MUST_BE_QUOTED = /[",\r\n]/;

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
 * True where no cell of a well-formed line is quoted without need: it stands as `exactLine` writes it.
 */
export function isExactLine(line: string): boolean {
  for (let opening = line.indexOf('"'); opening >= 0;) {
    let closing = line.indexOf('"', opening + 1);
    let isNeeded = false;
    for (; line.charCodeAt(closing + 1) === 0x22; closing = line.indexOf('"', closing + 2)) isNeeded = true;
    if (!isNeeded) {
      const comma = line.indexOf(',', opening);
      if (comma < 0 || comma > closing) return false;
    }
    opening = line.indexOf('"', closing + 1);
  }
  return true;
}
