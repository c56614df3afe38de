import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { auditCsvHeader, auditCsvLine, jsonLine, type AuditEntry } from '@clearance/audit';
import type { AuditFilter } from '@clearance/contract';
import {
  AuditLog,
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  one,
  rows,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Received,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { auditWhere } from './audit-events.ts';

const BATCH = 5_000;

interface Wanted {
  filter: AuditFilter;
  first: string;
  last: string;
  count: number;
}

/** Writes the two files of an export in the log's own order, with bounded memory. Begun again, it writes them anew. */
@Injectable()
@HandlesJob('export.build')
export class BuildExportJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
    private readonly files: FileStore,
    private readonly keys: CountyKeys,
  ) {}

  async run(job: JobData): Promise<void> {
    const begun = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work) return undefined;
      const wanted = await one<Wanted>(
        tx,
        `SELECT filter, first_seq AS first, last_seq AS last, count FROM audit_export WHERE id = $1`,
        [job.id],
      );
      return wanted && { work, wanted, key: await this.keys.of(tx, job.countyId) };
    });
    if (!begun) return;
    const { work, wanted, key } = begun;
    const jsonl = await this.write(job, key, this.lines(job, wanted, 'jsonl'));
    try {
      const csv = await this.write(job, key, this.lines(job, wanted, 'csv'));
      try {
        await jsonl.keep(`${job.id}.jsonl`);
        await csv.keep(`${job.id}.csv`);
        if (!(await this.finish(job, work.startedBy, { csv, jsonl }))) await this.dropCancelled(job);
      } finally {
        await csv.drop();
      }
    } finally {
      await jsonl.drop();
    }
  }

  private write(job: JobData, key: Buffer, lines: AsyncGenerator<Buffer>): Promise<Received> {
    return this.files.receive(job.countyId, key, Readable.from(lines, { objectMode: false }));
  }

  private async *lines(job: JobData, wanted: Wanted, format: 'csv' | 'jsonl'): AsyncGenerator<Buffer> {
    if (format === 'csv') yield Buffer.from(auditCsvHeader);
    const where = auditWhere(wanted.filter, 4);
    let written = 0;
    for (let after = Number(wanted.first) - 1; ;) {
      const batch = await this.database.inCounty(job, async (tx) => {
        const found = await rows<{ seq: string; bytes: Buffer }>(
          tx,
          `SELECT e.seq, e.bytes FROM audit_entry e WHERE e.seq > $1 AND e.seq <= $2 AND ${where.sql} ORDER BY e.seq LIMIT $3`,
          [after, wanted.last, BATCH, ...where.given],
        );
        // Progress counts the second file; while the first is written it only shows that somebody is at it.
        written += format === 'csv' ? found.length : 0;
        await this.ledger.reach(tx, job.id, written);
        return found;
      });
      if (batch.length === 0) return;
      yield Buffer.concat(batch.map(({ bytes }) => (format === 'jsonl' ? jsonLine(bytes) : csvLineOf(bytes))));
      after = Number(batch.at(-1)?.seq);
    }
  }

  private async finish(
    job: JobData,
    startedBy: string,
    { csv, jsonl }: { csv: Received; jsonl: Received },
  ): Promise<boolean> {
    return this.database.inCounty(job, async (tx) => {
      if (!(await this.ledger.running(tx, job.id))) return false;
      await tx.query(
        `UPDATE audit_export SET csv_bytes = $2, csv_sha256 = $3, jsonl_bytes = $4, jsonl_sha256 = $5 WHERE id = $1`,
        [job.id, csv.bytes, csv.sha256, jsonl.bytes, jsonl.sha256],
      );
      await this.ledger.end(tx, job.id, 'done');
      await this.auditLog.append(tx, await actingFor(tx, job, startedBy), [
        {
          action: 'audit_export.finish',
          target: { type: 'audit_export', id: job.id },
          detail: { csvSha256: csv.sha256, jsonlSha256: jsonl.sha256 },
        },
      ]);
      return true;
    });
  }

  /** Files of an export that somebody cancelled at the last moment; one that another job finished keeps its own. */
  private async dropCancelled(job: JobData): Promise<void> {
    const cancelled = await this.database.inCounty(job, (tx) =>
      one(tx, `SELECT 1 FROM work WHERE id = $1 AND state = 'cancelled'`, [job.id]),
    );
    if (!cancelled) return;
    for (const format of ['csv', 'jsonl']) await this.files.remove(job.countyId, `${job.id}.${format}`);
  }
}

const csvLineOf = (bytes: Buffer): Buffer =>
  Buffer.from(auditCsvLine(JSON.parse(bytes.toString('utf8')) as AuditEntry));
