import { Injectable } from '@nestjs/common';
import { cannotGoOn, one, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';
import { presentImport } from './ground.ts';
import { dropRun } from './overtake-runs.ts';

/** A simulation or a count that is cancelled: nothing is kept of it, and the same can be started again at any time. */
@Injectable()
@StopsWork('simulation', 'impact')
export class StopRun implements WorkStop {
  constructor(private readonly ledger: WorkLedger) {}

  async stop(tx: Tx, _ctx: Ctx, id: string): Promise<void> {
    // First: a chunk in hand commits nothing once the work is ended.
    await this.ledger.stop(tx, id, { resumable: false });
    await dropRun(tx, id);
  }

  async resume(tx: Tx, _ctx: Ctx, id: string): Promise<void> {
    const run = await one<{ importId: string | null }>(
      tx,
      `SELECT import_id AS "importId" FROM simulation WHERE id = $1`,
      [id],
    );
    if ((await presentImport(tx))?.id !== run?.importId) {
      throw cannotGoOn('a newer file came, so that it would be of two files. Start it again');
    }
  }
}
