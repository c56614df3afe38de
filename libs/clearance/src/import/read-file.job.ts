import { Injectable } from '@nestjs/common';
import {
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  one,
  WorkEnded,
  WorkLedger,
  type JobData,
  type JobHandler,
  type KeptFile,
  type Tx,
} from '@clearance/platform';
import {
  cellText,
  COLUMN,
  DojReader,
  PeopleOfRejected,
  type Batch,
  type FileRow,
  type RejectedRow,
} from '@clearance/record';
import { FILES, KEPT, type ImportFile } from './import-files.ts';
import type { Mark } from './line-marks.ts';
import { PeopleOfFile } from './people-of-file.ts';
import { markOfRejected, personOfRejected } from './unread-rows.ts';

interface Stretch {
  /** The file of the delivery that it is of. */
  readonly file: ImportFile;
  readonly begin: Mark;
  /** The byte behind its last line. */
  readonly end: number;
  /** The import as it is kept. */
  readonly kept: KeptFile;
}

type CourtCounties = Record<string, number>;

/** Reads one stretch of a file into histories, in one transaction. Stretches may be read in any order and at once. */
@Injectable()
@HandlesJob('import.read')
export class ReadFileJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const stretch = await stretchOf(tx, job.id, chunk.no);
      // Cancelled a moment ago.
      if (!stretch) return;
      const key = await this.keys.of(tx, job.countyId);
      const { ciiOf, counties, people, rejected } = await this.read(job, stretch, key);
      const fresh = await people.store(tx, job.countyId, job.id);
      await storeRejected(tx, job, key, rejected, personsOf(key, rejected, ciiOf));
      const bytes = stretch.end - stretch.begin[0];
      await advance(tx, job.id, counties, [bytes, people.rows, rejected.length, fresh]);
      await this.ledger.done(tx, job.id, chunk.no, bytes);
    });
  }

  private async read(job: JobData, { begin, end, file, kept }: Stretch, key: Buffer) {
    const [offset, line] = begin;
    const { encoding, header: hasHeader, offset: fileStart } = file;
    const reader = new DojReader({ encoding, hasHeader, fileStart, start: { offset, line } });
    const people = new PeopleOfFile(key);
    const rejected: RejectedRow[] = [];
    const counties: CourtCounties = {};
    /** Who has which number in the file. */
    const ciiOf = new Map<string, string>();
    let subject = '';
    const take = (batch: Batch) => {
      for (const row of batch.rows) {
        people.take(row);
        countCourt(counties, row);
        const next = row.cell(COLUMN.SUBJECT_ID);
        if (next === subject) continue;
        subject = next;
        ciiOf.set(cellText(next), cellText(row.cell(COLUMN.CII_NUMBER)).toUpperCase());
      }
      rejected.push(...batch.rejected);
    };
    let left = end - offset;
    for await (const plain of this.files.read(job.countyId, key, kept, offset)) {
      take(reader.push(plain.subarray(0, left)));
      left -= plain.length;
      if (left <= 0) break;
    }
    take(reader.end());
    return { ciiOf, counties, people, rejected };
  }
}

async function stretchOf(tx: Tx, importId: string, no: number): Promise<Stretch | undefined> {
  const found = await one<Omit<Stretch, 'file'> & { files: ImportFile[] }>(
    tx,
    `SELECT ${FILES} AS files, i.begins -> $2::int AS begin, coalesce((i.begins -> ($2::int + 1) ->> 0)::float8, i.bytes) AS end,
            ${KEPT} AS kept
       FROM import i WHERE i.id = $1 AND i.state = 'reading'`,
    [importId, no],
  );
  const file = found?.files.findLast(({ offset }) => offset <= found.begin[0]);
  return found && file && { ...found, file };
}

/** Throws `WorkEnded` when the import was cancelled meanwhile. Locks its row: of two stretches the second waits here. */
async function advance(
  tx: Tx,
  importId: string,
  counties: CourtCounties,
  [bytes, rows, rejected, people]: readonly [bytes: number, rows: number, rejected: number, people: number],
): Promise<void> {
  const moved = await one(
    tx,
    `UPDATE import SET bytes_read = bytes_read + $2, rows = rows + $3, rejected = rejected + $4, people = people + $5,
            court_counties = court_counties || (
              SELECT coalesce(jsonb_object_agg(key, value::int + coalesce((court_counties ->> key)::int, 0)), '{}')
                FROM jsonb_each_text($6))
      WHERE id = $1 AND state = 'reading' RETURNING id`,
    [importId, bytes, rows, rejected, people, JSON.stringify(counties)],
  );
  if (!moved) throw new WorkEnded();
}

function countCourt(counties: CourtCounties, row: FileRow): void {
  if (row.cell(COLUMN.STP_TYPE_DESCR).trim().toUpperCase() !== 'COURT ACTION') return;
  const name = row.cell(COLUMN.STP_ORI_CNTY_NAME).trim().toUpperCase();
  if (name) counties[name] = (counties[name] ?? 0) + 1;
}

/** Whose rows these are, asked in the order of the file. */
function personsOf(
  key: Buffer,
  rejected: readonly RejectedRow[],
  ciiOf: ReadonlyMap<string, string>,
): (string | null)[] {
  const people = new PeopleOfRejected();
  return rejected.map((row) => personOfRejected(key, people.of(row), ciiOf) ?? null);
}

async function storeRejected(
  tx: Tx,
  job: JobData,
  key: Buffer,
  rejected: readonly RejectedRow[],
  persons: readonly (string | null)[],
): Promise<void> {
  if (rejected.length === 0) return;
  await tx.query(
    `INSERT INTO rejected_row (county_id, import_id, line_no, byte_offset, reason, detail, person_id, mark)
     SELECT $1, $2, line, at, reason, detail, person, mark
       FROM unnest($3::int[], $4::bigint[], $5::text[], $6::text[], $7::uuid[], $8::uuid[])
            AS t (line, at, reason, detail, person, mark)`,
    [
      ...[job.countyId, job.id, rejected.map((row) => row.line), rejected.map((row) => row.offset)],
      ...[rejected.map((row) => row.reason), rejected.map((row) => row.detail)],
      persons,
      rejected.map((row) => markOfRejected(key, row.text)),
    ],
  );
}
