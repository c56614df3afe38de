import { Injectable } from '@nestjs/common';
import { cannotGoOn, one, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';
import { courtList } from '../given-out/made-file.ts';
import { MadeFiles } from '../given-out/made-files.ts';

/** A list that is cancelled leaves no file; when it goes on, it holds what it was to hold, written from its beginning. */
@Injectable()
@StopsWork('court_list')
export class StopCourtList implements WorkStop {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly made: MadeFiles,
  ) {}

  stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    return this.made.stop(tx, ctx, courtList, id);
  }

  async resume(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const kept = await one(tx, `SELECT 1 FROM court_list WHERE id = $1 AND expires_at > $2`, [id, ctx.now]);
    if (!kept) throw cannotGoOn('its time to be downloaded is over. Make a new list');
    await this.ledger.anew(tx, id);
  }
}
