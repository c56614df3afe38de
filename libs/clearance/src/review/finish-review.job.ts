import { Injectable } from '@nestjs/common';
import { AuditLog, Database, HandlesJob, one, WorkLedger, type JobData, type JobHandler } from '@clearance/platform';
import { actingFor } from '../acting.ts';

/** Closes a bulk review once every chunk is done. */
@Injectable()
@HandlesJob('review.finish')
export class FinishReviewJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || !(await this.ledger.chunksDone(tx, job.id))) return;
      const ctx = await actingFor(tx, job, work.startedBy);
      const review = await one<{ count: number; skipped: number }>(
        tx,
        `UPDATE bulk_review SET finished_at = $2 WHERE id = $1 RETURNING count, skipped`,
        [job.id, ctx.now],
      );
      await this.ledger.end(tx, job.id, 'done');
      await this.auditLog.append(tx, ctx, [
        {
          action: 'bulk_review.finish',
          target: { type: 'bulk_review', id: job.id },
          bulkReviewId: job.id,
          detail: { count: review?.count ?? 0, skipped: review?.skipped ?? 0 },
        },
      ]);
    });
  }
}
