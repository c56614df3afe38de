import { Injectable } from '@nestjs/common';
import { Database, HandlesJob, WorkLedger, type JobData, type JobHandler } from '@clearance/platform';

/** Closes a release once every chunk is done; what fell due meanwhile is found by the next sweep. */
@Injectable()
@HandlesJob('release.finish')
export class FinishReleaseJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      if (!(await this.ledger.running(tx, job.id)) || !(await this.ledger.chunksDone(tx, job.id))) return;
      await this.ledger.end(tx, job.id, 'done');
    });
  }
}
