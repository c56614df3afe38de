import type { Tx } from '@clearance/platform';
import { KeptRow, packRow, type FileRow } from '@clearance/record';
import { asOneValue } from '../one-value.ts';
import { packText, unpackText } from '../packed-text.ts';

/** Stands between rows; no accepted cell holds a control character. */
const ROW_END = '\u001e';

/**
 * Lines of one person that stood together, as one compressed value: what a person's rows repeat makes up most of a file,
 * and histories are only ever read whole. The first text is the number of each line, the others are the kept cells.
 */
export function packRows(rows: readonly { readonly line: number; readonly text: string }[]): Buffer {
  const lines = rows.map((row) => row.line).join();
  return packText([lines, ...rows.map((row) => row.text)].join(ROW_END));
}

/**
 * The lines again; empty where a cell is never stored, and with `mattering` where no decision looks at it. Throws when the
 * bytes were damaged.
 */
export function unpackRows(packed: Buffer, only: 'all' | 'mattering' = 'all'): KeptRow[] {
  const [lines = '', ...texts] = unpackText(packed).split(ROW_END);
  return lines.split(',').map((line, index) => new KeptRow(Number(line), texts[index] ?? '', only));
}

/** Lines of one person that stood together in one stretch of the file. */
interface HistoryPart {
  readonly personNo: number;
  readonly line: number;
  readonly rows: number;
  readonly packed: Buffer;
}

/** Gathers lines in the order of the file; in memory nothing stays of them but the compressed values. */
export class HistoryParts {
  /** Lines taken so far. */
  rows = 0;
  private readonly ended: HistoryPart[] = [];
  private open: { line: number; text: string }[] = [];
  private personNo = 0;
  private readonly known = new Map<number, number>();

  take(row: FileRow, personNo: number): void {
    if (personNo !== this.personNo) this.endPart();
    this.personNo = personNo;
    this.open.push({ line: row.line, text: packRow(row) });
    this.rows += 1;
  }

  /** What was taken under one number is stored under another. */
  renumber(personNo: number, as: number): void {
    this.known.set(personNo, as);
  }

  /** Stores them in one statement. */
  async store(tx: Tx, countyId: string, importId: string): Promise<void> {
    this.endPart();
    const parts = this.ended;
    if (parts.length === 0) return;
    const { begins, bytes, sizes } = asOneValue(parts.map((part) => part.packed));
    await tx.query(
      `INSERT INTO history_part (county_id, import_id, person_no, line_no, rows, packed)
       SELECT $1, $2, person_no, line_no, rows, substr($3::bytea, at, size)
         FROM unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::int[]) AS t (person_no, line_no, rows, at, size)`,
      [
        ...[countyId, importId, bytes, parts.map((part) => this.known.get(part.personNo) ?? part.personNo)],
        ...[parts.map((part) => part.line), parts.map((part) => part.rows), begins, sizes],
      ],
    );
  }

  private endPart(): void {
    const [first] = this.open;
    if (!first) return;
    const part = { personNo: this.personNo, line: first.line, rows: this.open.length };
    this.ended.push({ ...part, packed: packRows(this.open) });
    this.open = [];
  }
}
