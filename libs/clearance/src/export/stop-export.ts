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
import { termsOf } from '../terms/terms-of.ts';
import { annotatedFile } from './annotated-exports.ts';

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

/** The same of an annotated file; it is of the newest file as that is evaluated now, or it is not made. */
@Injectable()
@StopsWork('annotated_export')
export class StopAnnotatedExport implements WorkStop {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly files: FileStore,
  ) {}

  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    await this.ledger.stop(tx, id);
    await this.files.remove(ctx.countyId, annotatedFile(id));
  }

  async resume(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const { version } = await termsOf(tx);
    const current = await one(
      tx,
      `SELECT 1 FROM annotated_export x JOIN import i ON i.county_id = x.county_id AND i.id = x.import_id
        WHERE x.id = $1 AND x.expires_at > $2 AND i.state = 'done' AND x.terms_version = $3
          AND x.policy_version = (SELECT max(version) FROM policy)`,
      [id, ctx.now, version],
    );
    if (!current) throw cannotGoOn('the file, the policy or the wordings changed since. Make a new one');
    await this.ledger.anew(tx, id);
  }
}
