import { Inject, Injectable } from '@nestjs/common';
import { Database, one, rows } from '../db/in-county.ts';
import { LOG, type Log } from '../log.ts';
import { JobQueue } from './queue.ts';

/** Rings the bell of a piece of work: whatever the ledger says is left of it goes to the queue. */
@Injectable()
export class Bell {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Call it after the commit that opened or turned the work. Ringing twice does no harm. A queue that cannot be reached
   * is no failure of the act that is committed already: the reconciler rings again.
   */
  async ring(countyId: string, id: string): Promise<void> {
    await this.tryRing(countyId, id).catch((error: unknown) =>
      this.log.warn({ workId: id, err: error }, 'the bell did not ring; the reconciler will'),
    );
  }

  private async tryRing(countyId: string, id: string): Promise<void> {
    const left = await this.database.inCounty({ countyId }, async (tx) => {
      const work = await one<{ next_job: string; chunk_job: string | null }>(
        tx,
        `UPDATE work SET rung_at = clock_timestamp() WHERE id = $1 AND state = 'running' RETURNING next_job, chunk_job`,
        [id],
      );
      if (!work) return undefined;
      const chunks = work.chunk_job
        ? await rows<{ no: number }>(
            tx,
            `SELECT no FROM work_chunk WHERE work_id = $1 AND done_at IS NULL ORDER BY no`,
            [id],
          )
        : [];
      // What the county has open already goes first, in pieces or as one, so that much of it has no larger share.
      const ahead = await one<{ n: number }>(
        tx,
        `SELECT count(*)::int AS n FROM work w
           LEFT JOIN work_chunk c ON c.county_id = w.county_id AND c.work_id = w.id AND c.done_at IS NULL
          WHERE w.county_id = $2 AND w.state = 'running' AND w.created_at < (SELECT created_at FROM work WHERE id = $1)`,
        [id, countyId],
      );
      return { ...work, chunks: chunks.map((chunk) => chunk.no), ahead: ahead?.n ?? 0 };
    });
    if (!left) return;
    const data = { countyId, id };
    if (left.chunk_job && left.chunks.length > 0) {
      await this.queue.addFlow(left.next_job, data, left.chunk_job, left.chunks, left.ahead);
    } else {
      await this.queue.add(left.next_job, data, left.ahead);
    }
  }
}
