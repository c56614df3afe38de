/**
 * Cuts a line into its cells. The line is known to have well-formed quotes (see `LineScanner`).
 */
export function splitCells(text: string): string[] {
  const parts = text.split(',');
  return text.includes('"') ? joinQuoted(parts) : parts;
}

/** A quoted cell has been cut at its own commas: puts it together again and takes its quotes off. */
function joinQuoted(parts: readonly string[]): string[] {
  const cells: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    let cell = parts[index] ?? '';
    if (cell.charCodeAt(0) === 0x22) {
      while (!closesItself(cell)) cell += `,${parts[++index]}`;
      cell = cell.slice(1, -1).replaceAll('""', '"');
    }
    cells.push(cell);
  }
  return cells;
}

/** True where the quote that opens the cell is closed: the quotes at its end, pairs apart, leave one over. */
function closesItself(cell: string): boolean {
  let end = cell.length;
  while (end > 1 && cell.charCodeAt(end - 1) === 0x22) end--;
  return (cell.length - end) % 2 === 1;
}
