import { Injectable } from '@nestjs/common';
import { cannotGoOn, one, Refused, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';

/**
 * A bulk review that is cancelled: what had its turn stays decided, the rest stays as it was. When it goes on, each of
 * the rest is decided if it still stands as it was seen, and left alone otherwise.
 */
@Injectable()
@StopsWork('bulk_review')
export class StopReview implements WorkStop {
  constructor(private readonly ledger: WorkLedger) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    // With its row locked no chunk is at it: where none is left either, all that comes is that it is closed.
    if ((await this.ledger.running(tx, id)) && (await this.ledger.chunksDone(tx, id))) {
      throw new Refused('work_not_cancellable', { why: 'it has ended' });
    }
    await this.end(tx, ctx, id);
  }

  /** Ends it also where all that is left is to close it. */
  async end(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    await tx.query(`UPDATE bulk_review SET finished_at = $2 WHERE id = $1`, [id, ctx.now]);
  }

  async resume(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const defect = await one(
      tx,
      `SELECT 1 FROM bulk_review b JOIN sample_item i ON i.county_id = b.county_id AND i.sample_id = b.sample_id
        WHERE b.id = $1 AND b.verb = 'approve' AND i.finding = 'defect' LIMIT 1`,
      [id],
    );
    if (defect) throw cannotGoOn('a defect was found in its sample since');
    // Each can be taken back for so long after its own approval.
    await tx.query(
      `UPDATE bulk_review SET finished_at = NULL, releases_at = $2::timestamptz + make_interval(hours => undo_hours)
        WHERE id = $1`,
      [id, ctx.now],
    );
  }
}
