import { Injectable } from '@nestjs/common';
import { CountyKeys, Database, HandlesJob, one, WorkLedger, type JobData, type JobHandler } from '@clearance/platform';
import { termsOf } from '../../terms/terms-of.ts';
import { courtList } from '../given-out/made-file.ts';
import { MadeFiles } from '../given-out/made-files.ts';
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
    private readonly made: MadeFiles,
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
    const lines = this.lines(job, key, count);
    await this.made.write(job, courtList, { key, lines, startedBy: work.startedBy }, () =>
      Promise.resolve({ convictions: count }),
    );
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
}
