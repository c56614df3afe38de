import { Injectable } from '@nestjs/common';
import {
  Bell,
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  now,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { COLUMN, DojReader, type Batch, type Encoding, type FileRow, type RejectedRow } from '@clearance/record';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countingPhase, isProbablyForeign } from './counting-phase.ts';
import { partsOf, storeParts } from './history-part.ts';
import { PeopleOfFile } from './people-of-file.ts';
import { personOfRejected } from './unread-rows.ts';

const BATCH_ROWS = 5_000;

interface Reading {
  id: string;
  bytes: number;
  encoding: Encoding;
  header: boolean;
  bytesRead: number;
  linesRead: number;
  people: number;
  courtCounties: Record<string, number>;
}

/** Somebody else is reading this file, or it was cancelled: this run stops without a trace. */
class NotMine extends Error {}

/**
 * Reads the file into history rows, a batch per transaction together with how far it has read. A run that was killed is
 * taken up where the last commit left it; of two runs at once, the second finds the place taken and stops.
 */
@Injectable()
@HandlesJob('import.read')
export class ReadFileJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
  ) {}

  async run(job: JobData): Promise<void> {
    const begun = await this.database.inCounty(job, async (tx) => {
      const reading = await this.reading(tx, job.id);
      if (!reading) return undefined;
      const key = await this.keys.of(tx, job.countyId);
      const people = new PeopleOfFile(key);
      await people.load(tx, job.id);
      return { reading, key, people };
    });
    if (!begun) return;
    try {
      await this.read(job, begun.reading, begun.key, begun.people);
    } catch (error) {
      if (error instanceof NotMine) return;
      throw error;
    }
    await this.bell.ring(job.countyId, job.id);
  }

  private async read(job: JobData, reading: Reading, key: Buffer, people: PeopleOfFile): Promise<void> {
    const reader = new DojReader({
      encoding: reading.encoding,
      hasHeader: reading.header,
      start: { offset: reading.bytesRead, line: reading.linesRead },
    });
    let held: FileRow[] = [];
    let rejected: RejectedRow[] = [];
    const take = (batch: Batch) => {
      for (const row of batch.rows) held.push(row);
      rejected.push(...batch.rejected);
    };
    // One batch is being stored while the next one is read; batches are stored in their order.
    let storing = Promise.resolve();
    const commit = async (at: { offset: number; line: number }, last: boolean) => {
      await storing;
      const batch = { people, held, rejected, at, last };
      [held, rejected] = [[], []];
      storing = this.database.inCounty(job, (tx) => this.commit(tx, job, reading, batch));
      // Whoever waits for it next sees the failure; until then it must not count as one that nobody looked at.
      storing.catch(() => undefined);
    };
    if (reading.bytesRead < reading.bytes) {
      for await (const plain of this.files.read(job.countyId, key, job.id, reading.bytesRead)) {
        const batch = reader.push(plain);
        take(batch);
        if (held.length + rejected.length >= BATCH_ROWS)
          await commit({ offset: batch.offset, line: batch.line }, false);
      }
    }
    const end = reader.end();
    take(end);
    await commit({ offset: reading.bytes, line: end.line }, true);
    await storing;
  }

  private async commit(
    tx: Tx,
    job: JobData,
    reading: Reading,
    batch: {
      people: PeopleOfFile;
      held: readonly FileRow[];
      rejected: readonly RejectedRow[];
      at: { offset: number; line: number };
      last: boolean;
    },
  ): Promise<void> {
    const numbered = batch.held.map((row) => ({ row, personNo: batch.people.numberOf(row) }));
    countCourts(reading.courtCounties, batch.held);
    const claimed = await one<{ id: string }>(
      tx,
      `UPDATE import SET bytes_read = $3, lines_read = $4, rows = rows + $5, rejected = rejected + $6, people = $7,
              court_counties = $8
        WHERE id = $1 AND state = 'reading' AND bytes_read = $2 AND ($9 OR bytes_read < bytes) RETURNING id`,
      [
        ...[job.id, reading.bytesRead, batch.at.offset, batch.at.line, numbered.length, batch.rejected.length],
        ...[batch.people.count, JSON.stringify(reading.courtCounties), batch.last],
      ],
    );
    if (!claimed) throw new NotMine();
    await batch.people.store(tx, job.countyId, job.id);
    await storeParts(tx, job.countyId, job.id, partsOf(numbered));
    await storeRejected(tx, job, batch.people.key, batch.rejected);
    await this.ledger.advance(tx, job.id, batch.at.offset - reading.bytesRead);
    reading.bytesRead = batch.at.offset;
    reading.linesRead = batch.at.line;
    if (batch.last) await this.turn(tx, job, reading, batch.people.count);
  }

  /** Counting begins, unless hardly any court row names this county: then somebody has to say that it is the right file. */
  private async turn(tx: Tx, job: JobData, reading: Reading, people: number): Promise<void> {
    const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [job.countyId]);
    if (isProbablyForeign(reading.courtCounties, county?.name ?? '')) {
      await tx.query(`UPDATE import SET state = 'waiting' WHERE id = $1`, [job.id]);
      await this.ledger.end(tx, job.id, 'waiting', { title: 'Waiting for a confirmation' });
      return;
    }
    await tx.query(`UPDATE import SET state = 'counting', as_of = $2 WHERE id = $1`, [job.id, officeDay(now())]);
    await this.ledger.turnTo(tx, job.countyId, job.id, countingPhase(people));
  }

  private async reading(tx: Tx, id: string): Promise<Reading | undefined> {
    if (!(await this.ledger.running(tx, id))) return undefined;
    return one<Reading>(
      tx,
      `SELECT id, bytes::float8 AS bytes, encoding, header, bytes_read::float8 AS "bytesRead", lines_read AS "linesRead",
              people, court_counties AS "courtCounties"
         FROM import WHERE id = $1 AND state = 'reading'`,
      [id],
    );
  }
}

function countCourts(counties: Record<string, number>, batch: readonly FileRow[]): void {
  for (const { cells } of batch) {
    if ((cells[COLUMN.STP_TYPE_DESCR] ?? '').trim().toUpperCase() !== 'COURT ACTION') continue;
    const name = (cells[COLUMN.STP_ORI_CNTY_NAME] ?? '').trim().toUpperCase();
    if (name) counties[name] = (counties[name] ?? 0) + 1;
  }
}

async function storeRejected(tx: Tx, job: JobData, key: Buffer, rejected: readonly RejectedRow[]): Promise<void> {
  if (rejected.length === 0) return;
  await tx.query(
    `INSERT INTO rejected_row (county_id, import_id, line_no, byte_offset, reason, detail, person_id)
     SELECT $1, $2, line, at, reason, detail, person
       FROM unnest($3::int[], $4::bigint[], $5::text[], $6::text[], $7::uuid[]) AS t (line, at, reason, detail, person)`,
    [
      ...[job.countyId, job.id, rejected.map((row) => row.line), rejected.map((row) => row.offset)],
      ...[rejected.map((row) => row.reason), rejected.map((row) => row.detail)],
      rejected.map((row) => personOfRejected(key, row.text) ?? null),
    ],
  );
}
