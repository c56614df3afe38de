import { Injectable } from '@nestjs/common';
import { cannotGoOn, one, StopsWork, WorkLedger, type Ctx, type Tx, type WorkStop } from '@clearance/platform';
import { termsOf } from '../../terms/terms-of.ts';
import { annotatedExport } from '../given-out/made-file.ts';
import { MadeFiles } from '../given-out/made-files.ts';

/** An annotated file is of the newest file as that is evaluated now, or it is not made. */
@Injectable()
@StopsWork('annotated_export')
export class StopAnnotatedExport implements WorkStop {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly made: MadeFiles,
  ) {}

  stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    return this.made.stop(tx, ctx, annotatedExport, id);
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
