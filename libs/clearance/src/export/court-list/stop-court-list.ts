import { Injectable } from '@nestjs/common';
import {
  cannotGoOn,
  FileStore,
  one,
  StopsWork,
  WorkLedger,
  type Ctx,
  type Tx,
  type WorkStop,
} from '@clearance/platform';
import { courtListFile } from './court-lists.ts';

/** A list that is cancelled leaves no file; when it goes on, it holds what it was to hold, written from its beginning. */
@Injectable()
@StopsWork('court_list')
export class StopCourtList implements WorkStop {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly files: FileStore,
  ) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    await this.files.remove(ctx.countyId, courtListFile(id));
  }

  async resume(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const kept = await one(tx, `SELECT 1 FROM court_list WHERE id = $1 AND expires_at > $2`, [id, ctx.now]);
    if (!kept) throw cannotGoOn('its time to be downloaded is over. Make a new list');
    await this.ledger.anew(tx, id);
  }
}
