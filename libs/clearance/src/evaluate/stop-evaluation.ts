import { Injectable } from '@nestjs/common';
import { one, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';

/**
 * An evaluation that is cancelled: what was determined stays; who is left is determined by the next one, which finds
 * everybody who has no determination under the policy of that day.
 */
@Injectable()
@StopsWork('evaluation')
export class StopEvaluation implements WorkStop {
  constructor(private readonly ledger: WorkLedger) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    const evaluation = await one<{ import_id: string | null }>(
      tx,
      `UPDATE evaluation SET finished_at = $2 WHERE id = $1 RETURNING import_id`,
      [id, ctx.now],
    );
    await tx.query(`DELETE FROM evaluation_person WHERE evaluation_id = $1`, [id]);
    if (!evaluation?.import_id) return;
    await tx.query(`UPDATE import SET state = 'done' WHERE id = $1 AND state = 'evaluating'`, [evaluation.import_id]);
  }
}
