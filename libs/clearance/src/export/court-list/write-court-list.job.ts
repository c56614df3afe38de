import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  CountyKeys,
  Database,
  FileStore,
  HandlesJob,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
  type Received,
} from '@clearance/platform';
import { actingFor } from '../../acting.ts';
import { termsOf } from '../../terms/terms-of.ts';
import { courtListFile } from './court-lists.ts';
import { courtListHeader, linesOf } from './listed.ts';

const BATCH = 250;
/** Lets spreadsheets read the names as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Writes a list, some hundred lines at a time; begun again, it is written anew, and only a whole one gets its name. */
@Injectable()
@HandlesJob('court_list.write')
export class WriteCourtListJob implements JobHandler {
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
      const list = work && (await one<{ count: number }>(tx, `SELECT count FROM court_list WHERE id = $1`, [job.id]));
      return list && { work, count: list.count, key: await this.keys.of(tx, job.countyId) };
    });
    if (!begun) return;
    const { count, key, work } = begun;
    const lines = Readable.from(this.lines(job, key, count), { objectMode: false });
    const file = await this.files.receive(job.countyId, key, lines);
    try {
      await this.finish(job, work.startedBy, file, count);
    } finally {
      await file.drop();
    }
  }

  private async *lines(job: JobData, key: Buffer, count: number): AsyncGenerator<Buffer> {
    yield Buffer.from(BYTE_ORDER_MARK + courtListHeader);
    for (let first = 1; first <= count; first += BATCH) {
      const last = Math.min(first + BATCH - 1, count);
      const text = await this.database.inCounty(job, async (tx) => {
        await this.ledger.reach(tx, job.id, first - 1);
        const { dispositions } = await termsOf(tx);
        return linesOf(tx, { countyId: job.countyId, key, dispositions }, { listId: job.id, first, last });
      });
      yield Buffer.from(text);
    }
  }

  private async finish(job: JobData, startedBy: string, file: Received, count: number): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      if (!(await this.ledger.running(tx, job.id))) return;
      // With the work locked: of two that wrote it, only one gives it its name and its checksum.
      await file.keep(courtListFile(job.id));
      await tx.query(`UPDATE court_list SET bytes = $2, sha256 = $3 WHERE id = $1`, [job.id, file.bytes, file.sha256]);
      await this.ledger.end(tx, job.id, 'done');
      await this.auditLog.append(tx, await actingFor(tx, job, startedBy), [
        {
          action: 'court_list.finish',
          target: { type: 'court_list', id: job.id },
          detail: { convictions: count, sha256: file.sha256 },
        },
      ]);
    });
  }
}
