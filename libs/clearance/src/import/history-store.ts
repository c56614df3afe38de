import { createHash } from 'node:crypto';
import { rows, type Tx } from '@clearance/platform';
import { canonicalHistory, unpackCells, type HistoryRow } from '@clearance/record';

/** The stored rows of one person in one import. */
export interface StoredHistory {
  readonly personId: string;
  readonly personNo: number;
  readonly name: string;
  readonly rows: readonly HistoryRow[];
}

/** The histories of the people numbered `first` to `last` in an import, in order of their numbers. */
export async function historiesOf(tx: Tx, importId: string, first: number, last: number): Promise<StoredHistory[]> {
  const found = await rows<{ person_no: number; person_id: string; name: string; lines: number[]; cells: string[] }>(
    tx,
    `SELECT p.person_no, p.person_id, p.name, h.lines, h.cells
       FROM import_person p
       JOIN LATERAL (SELECT array_agg(line_no ORDER BY line_no) AS lines, array_agg(cells ORDER BY line_no) AS cells
                       FROM history_row
                      WHERE county_id = p.county_id AND import_id = p.import_id AND person_no = p.person_no) h ON true
      WHERE p.import_id = $1 AND p.person_no BETWEEN $2 AND $3 ORDER BY p.person_no`,
    [importId, first, last],
  );
  return found.map(stored);
}

/** The present histories of these people, each from the newest import that has her. */
export async function historiesOfPeople(tx: Tx, personIds: readonly string[]): Promise<StoredHistory[]> {
  const found = await rows<{ person_no: number; person_id: string; name: string; lines: number[]; cells: string[] }>(
    tx,
    `SELECT p.person_no, p.id AS person_id, p.name, h.lines, h.cells
       FROM person p
       JOIN LATERAL (SELECT array_agg(line_no ORDER BY line_no) AS lines, array_agg(cells ORDER BY line_no) AS cells
                       FROM history_row
                      WHERE county_id = p.county_id AND import_id = p.import_id AND person_no = p.person_no) h ON true
      WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id`,
    [personIds],
  );
  return found.map(stored);
}

function stored(row: {
  person_no: number;
  person_id: string;
  name: string;
  lines: number[];
  cells: string[];
}): StoredHistory {
  return {
    personId: row.person_id,
    personNo: row.person_no,
    name: row.name,
    rows: row.lines.map((line, index) => ({ line, cells: unpackCells(row.cells[index] ?? '') })),
  };
}

/** SHA-256 (hex) of everything that is kept of a person's history: what a decision was made on. */
export const historyDigest = (history: StoredHistory): string =>
  createHash('sha256').update(canonicalHistory(history.rows)).digest('hex');
