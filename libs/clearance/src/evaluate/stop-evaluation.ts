import { Injectable } from '@nestjs/common';
import { cannotGoOn, one, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';
import { importEvaluated } from './import-evaluated.ts';
import { runOfEvaluation } from './run.ts';

/**
 * An evaluation that is cancelled: what was determined stays; who is left is determined when it goes on, or by the next
 * one, which finds everybody who has no determination under the policy of that day.
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
    await importEvaluated(tx, evaluation?.import_id ?? null, id);
  }

  async resume(tx: Tx, _ctx: Ctx, id: string): Promise<void> {
    if (!(await runOfEvaluation(tx, id))) {
      throw cannotGoOn('a newer policy or other wordings count now, and everybody is evaluated under them');
    }
    await tx.query(`UPDATE evaluation SET finished_at = NULL WHERE id = $1`, [id]);
    await tx.query(
      `UPDATE import SET state = 'evaluating' WHERE state = 'done' AND id = (SELECT import_id FROM evaluation WHERE id = $1)`,
      [id],
    );
  }
}
