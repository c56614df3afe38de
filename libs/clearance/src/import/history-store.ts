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

/** Stands between rows; no accepted cell holds a control character. Arrays would take far longer to read. */
const ROW_END = '\u001e';

interface Found {
  person_no: number;
  person_id: string;
  name: string;
  lines: string;
  cells: string;
}

/** The histories of the people numbered `first` to `last` in an import, in order of their numbers. */
export async function historiesOf(tx: Tx, importId: string, first: number, last: number): Promise<StoredHistory[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.person_no, p.person_id, p.name, h.lines, h.cells
       FROM import_person p
       JOIN LATERAL (SELECT string_agg(line_no::text, ',' ORDER BY line_no) AS lines,
                            string_agg(cells, chr(30) ORDER BY line_no) AS cells
                       FROM history_row
                      WHERE county_id = p.county_id AND import_id = p.import_id AND person_no = p.person_no) h ON true
      WHERE p.import_id = $1 AND p.person_no BETWEEN $2 AND $3 ORDER BY p.person_no`,
    [importId, first, last],
  );
  return found.map(stored);
}

/** The present histories of these people, each from the newest import that has her. */
export async function historiesOfPeople(tx: Tx, personIds: readonly string[]): Promise<StoredHistory[]> {
  const found = await rows<Found>(
    tx,
    `SELECT p.person_no, p.id AS person_id, p.name, h.lines, h.cells
       FROM person p
       JOIN LATERAL (SELECT string_agg(line_no::text, ',' ORDER BY line_no) AS lines,
                            string_agg(cells, chr(30) ORDER BY line_no) AS cells
                       FROM history_row
                      WHERE county_id = p.county_id AND import_id = p.import_id AND person_no = p.person_no) h ON true
      WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id`,
    [personIds],
  );
  return found.map(stored);
}

function stored(found: Found): StoredHistory {
  const cells = found.cells.split(ROW_END);
  return {
    personId: found.person_id,
    personNo: found.person_no,
    name: found.name,
    rows: found.lines.split(',').map((line, index) => ({ line: Number(line), cells: unpackCells(cells[index] ?? '') })),
  };
}

/** SHA-256 (hex) of everything that is kept of a person's history: what a decision was made on. */
export const historyDigest = (history: StoredHistory): string =>
  createHash('sha256').update(canonicalHistory(history.rows)).digest('hex');
