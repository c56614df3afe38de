import { Injectable } from '@nestjs/common';
import {
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type KeptFile,
} from '@clearance/platform';
import { DojReader, type FileRow } from '@clearance/record';
import { FILES, KEPT, type ImportFile } from '../../import/import-files.ts';
import { annotatedExport } from '../given-out/made-file.ts';
import { MadeFiles } from '../given-out/made-files.ts';
import { AnnotatedLines, headersOf, linesBetween } from './annotated-lines.ts';

const BATCH_ROWS = 5_000;

interface Wanted {
  importId: string;
  bytes: number;
  files: ImportFile[];
  kept: KeptFile;
  decisions: boolean;
  /** The rows are found, but nothing says yet that the file is being written. */
  turning: boolean;
}

/**
 * Streams the original once more, each accepted row with what is determined of its conviction behind it, into a file of
 * its own. Nothing but a batch of rows is held; begun again, it writes the file anew, and only a whole one gets its name.
 */
@Injectable()
@HandlesJob('annotate.write')
export class WriteAnnotatedJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly made: MadeFiles,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
  ) {}

  async run(job: JobData): Promise<void> {
    const begun = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || !(await this.ledger.chunksDone(tx, job.id))) return undefined;
      const wanted = await one<Wanted>(
        tx,
        `SELECT x.import_id AS "importId", x.decisions, i.bytes::float8 AS bytes, ${FILES} AS files, ${KEPT} AS kept,
                w.chunk_job IS NOT NULL AS turning
           FROM annotated_export x JOIN import i ON i.county_id = x.county_id AND i.id = x.import_id
           JOIN work w ON w.county_id = x.county_id AND w.id = x.id WHERE x.id = $1`,
        [job.id],
      );
      if (wanted?.turning) {
        await this.ledger.turnTo(tx, job.countyId, job.id, {
          title: 'Writing the annotated file',
          total: wanted.bytes,
          unit: 'bytes',
          nextJob: 'annotate.write',
        });
      }
      return wanted && { work, wanted, key: await this.keys.of(tx, job.countyId) };
    });
    if (!begun) return;
    const { key, wanted, work } = begun;
    const lines = new AnnotatedLines(wanted.decisions);
    const written = { key, lines: this.lines(job, key, wanted, lines), startedBy: work.startedBy };
    await this.made.write(job, annotatedExport, written, async (tx) => {
      await tx.query(`UPDATE annotated_export SET rows = $2 WHERE id = $1`, [job.id, lines.rows]);
      await tx.query(`DELETE FROM annotated_line WHERE export_id = $1`, [job.id]);
      return { rows: lines.rows };
    });
  }

  private async *lines(job: JobData, key: Buffer, wanted: Wanted, lines: AnnotatedLines): AsyncGenerator<Buffer> {
    yield Buffer.from(headersOf(wanted.decisions));
    for (const [index, file] of wanted.files.entries()) {
      const end = wanted.files[index + 1]?.offset ?? wanted.bytes;
      yield* this.linesOfFile(job, key, wanted.kept, { ...file, end }, lines);
    }
  }

  /** The rows of one file of the delivery, up to where the next one begins. */
  private async *linesOfFile(
    job: JobData,
    key: Buffer,
    kept: KeptFile,
    { encoding, end, header: hasHeader, linesBefore, offset }: ImportFile & { readonly end: number },
    lines: AnnotatedLines,
  ): AsyncGenerator<Buffer> {
    const start = { offset, line: linesBefore };
    const reader = new DojReader({ encoding, hasHeader, fileStart: offset, start });
    let held: FileRow[] = [];
    let left = end - offset;
    for await (const plain of this.files.read(job.countyId, key, kept, offset)) {
      const batch = reader.push(plain.subarray(0, left));
      left -= plain.length;
      for (const row of batch.rows) held.push(row);
      if (left <= 0) break;
      if (held.length < BATCH_ROWS) continue;
      yield await this.write(job, lines, held, batch.offset);
      held = [];
    }
    for (const row of reader.end().rows) held.push(row);
    yield await this.write(job, lines, held, end);
  }

  private async write(job: JobData, lines: AnnotatedLines, held: readonly FileRow[], offset: number): Promise<Buffer> {
    const said = await this.database.inCounty(job, async (tx) => {
      await this.ledger.reach(tx, job.id, offset);
      return linesBetween(tx, job.id, held[0]?.line ?? 0, held.at(-1)?.line ?? 0);
    });
    return Buffer.from(lines.write(held, said));
  }
}
