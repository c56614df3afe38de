import { Injectable } from '@nestjs/common';
import type { ImportRow } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  Database,
  FileStore,
  one,
  Refused,
  StopsWork,
  WorkLedger,
  type Ctx,
  type Tx,
  type WorkStop,
} from '@clearance/platform';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { countingPhase } from './counting-phase.ts';
import { importView } from './import-store.ts';

/** What a person answers an import: that it is the right file after all, or that it shall not count. */
@Injectable()
@StopsWork('import')
export class AnswerImport implements WorkStop {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly files: FileStore,
    private readonly auditLog: AuditLog,
  ) {}

  /** Lets a file count that hardly names this county, or shares hardly anybody with the one before. Throws `import_not_waiting`. */
  async confirm(ctx: Ctx, id: string): Promise<ImportRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      const before = await this.known(tx, id);
      const counting = await one<{ id: string }>(
        tx,
        `UPDATE import SET state = 'counting', as_of = $2, confirmed_by = $3, confirmed_at = $4
          WHERE id = $1 AND state = 'waiting' RETURNING id`,
        [id, officeDay(ctx.now), ctx.actor.memberId, ctx.now],
      );
      if (!counting) throw new Refused('import_not_waiting');
      const phase = await countingPhase(tx, id);
      await this.ledger.turnTo(tx, ctx.countyId, id, { ...phase, startedBy: ctx.actor.memberId });
      await this.auditLog.append(tx, ctx, [
        { action: 'import.confirm', target: { type: 'import', id }, detail: answered(before) },
      ]);
      return this.known(tx, id);
    });
    await this.bell.ring(ctx.countyId, id);
    return view;
  }

  /** Drops an import that does not count yet, or of which nothing could be read, with all its rows. Throws `import_not_cancellable`. */
  async cancel(ctx: Ctx, id: string): Promise<ImportRow> {
    const view = await this.database.inCounty(ctx, async (tx) => {
      await this.known(tx, id);
      await this.stop(tx, ctx, id);
      return this.known(tx, id);
    });
    await this.cleared(ctx, id);
    return view;
  }

  /** The same when it is the work that somebody cancels. */
  async stop(tx: Tx, ctx: Ctx, id: string): Promise<void> {
    const cancelled = await one<{ fileName: string }>(
      tx,
      `UPDATE import SET state = 'cancelled', finished_at = $2, rows = 0, rejected = 0, people = 0
        WHERE id = $1 AND state IN ('reading', 'waiting', 'failed') RETURNING file_name AS "fileName"`,
      [id, ctx.now],
    );
    if (!cancelled) throw new Refused('import_not_cancellable');
    for (const table of ['history_part', 'rejected_row', 'import_person']) {
      await tx.query(`DELETE FROM ${table} WHERE import_id = $1`, [id]);
    }
    // Its rows and its file are gone: it is sent again, not resumed.
    await this.ledger.stop(tx, id, { resumable: false, title: `Import of ${cancelled.fileName}` });
    await this.auditLog.append(tx, ctx, [{ action: 'import.cancel', target: { type: 'import', id } }]);
  }

  async cleared(ctx: Ctx, id: string): Promise<void> {
    await this.files.remove(ctx.countyId, id);
  }

  private async known(tx: Tx, id: string): Promise<ImportRow> {
    const view = await importView(tx, id);
    if (!view) throw new Refused('not_found');
    return view;
  }
}

/** What was known when somebody said that it is the right file. */
const answered = ({ doubts, replaces, leaving }: ImportRow) => ({
  doubts: doubts.join(' '),
  ...(replaces ? { shared: replaces.shared, before: replaces.people } : {}),
  ...(leaving ? { leaving: leaving.toReview + leaving.toApprove + leaving.returned } : {}),
});
