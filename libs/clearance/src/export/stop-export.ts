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

/** An export that is cancelled leaves no file; when it goes on, its files are written from their beginning. */
@Injectable()
@StopsWork('audit_export')
export class StopAuditExport implements WorkStop {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly files: FileStore,
  ) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    // With the work locked nobody offers any; what is there is of attempts that failed.
    await this.files.removeOthers(ctx.countyId, `${id}.`, new Set());
  }

  async resume(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const kept = await one(tx, `SELECT 1 FROM audit_export WHERE id = $1 AND expires_at > $2`, [id, ctx.now]);
    if (!kept) throw cannotGoOn('its time to be downloaded is over. Make a new export');
    await this.ledger.anew(tx, id);
  }
}
