import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Tx } from '@clearance/platform';
import { asOneValue } from '../one-value.ts';
import { packCells, unpackCells, type HistoryRow } from '@clearance/record';

/** A stored line: where it begins in the file, in bytes, beside what it says. */
export interface StoredRow extends HistoryRow {
  readonly offset: number;
}

/** Stands between rows; no accepted cell holds a control character. */
const ROW_END = '\u001e';

/**
 * Lines of one person that stood together, as one compressed value: what a person's rows repeat makes up most of a file,
 * and histories are only ever read whole. The first text is `line offset,line offset,…`, the others are the kept cells.
 */
export function packRows(rows: readonly StoredRow[]): Buffer {
  const places = rows.map((row) => `${row.line} ${row.offset}`).join(',');
  const texts = rows.map((row) => packCells(row.cells));
  return deflateRawSync([places, ...texts].join(ROW_END), { level: 1 });
}

/** The lines again, with the 95 cells of each; empty where a cell is never stored. Throws when the bytes were damaged. */
export function unpackRows(packed: Buffer): StoredRow[] {
  const [places = '', ...texts] = inflateRawSync(packed).toString().split(ROW_END);
  return places.split(',').map((place, index) => {
    const [line, offset] = place.split(' ');
    return { line: Number(line), offset: Number(offset), cells: unpackCells(texts[index] ?? '') };
  });
}

/** Lines of one person that stood together in one batch of the file. */
export interface HistoryPart {
  readonly personNo: number;
  readonly rows: readonly StoredRow[];
}

/** Neighbouring lines of the same person, in file order. */
export function partsOf(numbered: readonly { readonly row: StoredRow; readonly personNo: number }[]): HistoryPart[] {
  const parts: { personNo: number; rows: StoredRow[] }[] = [];
  for (const { row, personNo } of numbered) {
    const last = parts.at(-1);
    if (last?.personNo === personNo) last.rows.push(row);
    else parts.push({ personNo, rows: [row] });
  }
  return parts;
}

/** Stores the parts in one statement. */
export async function storeParts(
  tx: Tx,
  countyId: string,
  importId: string,
  parts: readonly HistoryPart[],
): Promise<void> {
  if (parts.length === 0) return;
  const { begins, bytes, sizes } = asOneValue(parts.map((part) => packRows(part.rows)));
  await tx.query(
    `INSERT INTO history_part (county_id, import_id, person_no, line_no, rows, packed)
     SELECT $1, $2, person_no, line_no, rows, substr($3::bytea, at, size)
       FROM unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::int[]) AS t (person_no, line_no, rows, at, size)`,
    [
      ...[countyId, importId, bytes, parts.map((part) => part.personNo)],
      ...[parts.map((part) => part.rows[0]?.line ?? 0), parts.map((part) => part.rows.length)],
      ...[begins, sizes],
    ],
  );
}
