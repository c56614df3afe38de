import { finished } from 'node:stream/promises';
import type { Tx } from '@clearance/platform';
import type { FileRow } from '@clearance/record';
import { packCells } from '@clearance/record';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const special = /[\\\t]/;
/** A value of COPY's text format. Accepted cells hold no control character but the tab. */
const escaped = (text: string) => (special.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t') : text);

/**
 * Stores history rows through COPY into a temporary table and one INSERT … SELECT: COPY itself is refused on tables
 * with row security, and a row-by-row INSERT takes many times as long.
 */
export async function storeRows(
  tx: Tx,
  countyId: string,
  importId: string,
  batch: readonly { readonly row: FileRow; readonly personNo: number }[],
): Promise<void> {
  if (batch.length === 0) return;
  await tx.query(
    `CREATE TEMP TABLE IF NOT EXISTS staged_row (line_no int, person_no int, byte_offset bigint, cells text) ON COMMIT DELETE ROWS`,
  );
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  const stream = client.query(copyFrom(`COPY staged_row FROM STDIN`));
  let text = '';
  for (const { row, personNo } of batch) {
    text += `${row.line}\t${personNo}\t${row.offset}\t${escaped(packCells(row.cells))}\n`;
    if (text.length > 512 * 1024) {
      stream.write(text);
      text = '';
    }
  }
  stream.end(text);
  await finished(stream);
  await tx.query(
    `INSERT INTO history_row (county_id, import_id, line_no, person_no, byte_offset, cells)
     SELECT $1, $2, line_no, person_no, byte_offset, cells FROM staged_row`,
    [countyId, importId],
  );
}
