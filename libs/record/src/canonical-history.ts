import { textOf } from './cell.ts';
import type { EnteredFact } from './entered/entered-fact.ts';
import type { KeptRow } from './kept-cells.ts';

/**
 * The history of one person as one text, to be hashed: two files that say the same of a person give the same text.
 *
 * It holds every cell that may be stored, but for those that number the records of a file. Rows stand by CNT_ORDER, and
 * rows that share one in file order; line numbers do not matter. What people entered comes last,
 * each fact by its id alone: the row behind an id never changes, and nobody can guess from the digest what it says.
 */
export function canonicalHistory(rows: readonly KeptRow[], entered: readonly Pick<EnteredFact, 'id'>[] = []): string {
  const said = canonicalRows(rows);
  const ids = entered.map(({ id }) => id).sort();
  // With nothing entered it is the text of the rows alone: withdrawing a fact leads back to it.
  return entered.length === 0 ? said : `${said}\n${ids.join(' ')}`;
}

function canonicalRows(rows: readonly KeptRow[]): string {
  return rows
    .map((row) => ({ row, order: textOf(row, 'CNT_ORDER') }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.row.line - b.row.line))
    .map(({ row }) => row.said)
    .join('\n');
}
