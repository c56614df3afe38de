import { Injectable } from '@nestjs/common';
import { StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';

/** A bulk review that is cancelled: what had its turn stays decided, the rest stays as it was. */
@Injectable()
@StopsWork('bulk_review')
export class StopReview implements WorkStop {
  constructor(private readonly ledger: WorkLedger) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    await tx.query(`UPDATE bulk_review SET finished_at = $2 WHERE id = $1`, [id, ctx.now]);
  }
}
