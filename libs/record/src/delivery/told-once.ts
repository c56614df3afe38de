/** The rows of one person, each once. */
export interface ToldOnce<Row> {
  readonly rows: readonly Row[];
  /** The line of each row that was left out, and the line of the same row in an earlier file. */
  readonly repeats: ReadonlyMap<number, number>;
}

const NONE: ReadonlyMap<number, number> = new Map();
/** Stands in no accepted cell, because a control character makes a row unreadable. */
const CELL_END = '\u001f';

/**
 * Leaves out rows that stand in an earlier file of the delivery as well: two files with the same rows, or rows in common,
 * tell of one history and not of two. Within one file the same row may stand twice: each tells of a part of a sentence.
 *
 * @param rows of one person, in the order of the delivery
 * @param cellsOf what is compared: the cells of a row without the numbers that each file gives anew
 * @param partOf which file a line is of
 */
export function toldOnce<Row extends { readonly line: number }>(
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly string[],
  partOf: (line: number) => number,
): ToldOnce<Row> {
  const [first] = rows;
  if (!first || rows.every(({ line }) => partOf(line) === partOf(first.line))) return { rows, repeats: NONE };
  /** By what rows say: the lines of each file that say so, file by file. */
  const known = new Map<string, Map<number, number[]>>();
  const repeats = new Map<number, number>();
  const own = rows.filter((row) => {
    const text = cellsOf(row).join(CELL_END);
    let parts = known.get(text);
    if (!parts) known.set(text, (parts = new Map<number, number[]>()));
    const part = partOf(row.line);
    const lines = parts.get(part) ?? [];
    parts.set(part, [...lines, row.line]);
    // The second of two equal rows of a file repeats the second one of another, and not the first again.
    for (const [other, told] of parts) {
      const counterpart = other === part ? undefined : told[lines.length];
      if (counterpart === undefined) continue;
      repeats.set(row.line, counterpart);
      return false;
    }
    return true;
  });
  return { rows: own, repeats };
}
