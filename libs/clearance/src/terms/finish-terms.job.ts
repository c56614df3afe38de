import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Bell,
  Database,
  HandlesJob,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { officeDay, openEvaluation } from '../evaluate/open-evaluation.ts';
import { openImpact } from '../simulate/impacts.ts';
import { termsOf } from './terms-of.ts';

/** Once everybody is counted and evaluated again under the new terms, closes the import; counts what came of it. */
@Injectable()
@HandlesJob('terms.finish')
export class FinishTermsJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    const next = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || work.nextJob !== 'terms.finish' || !(await this.ledger.chunksDone(tx, job.id))) return undefined;
      const ctx = await actingFor(tx, job, work.startedBy);
      const opened = await openEvaluation(
        tx,
        ctx,
        { ledger: this.ledger, auditLog: this.auditLog },
        { importId: job.id },
      );
      const finished = await one<{ people: number; convictions: number }>(
        tx,
        `UPDATE import SET state = $2 WHERE id = $1 RETURNING people, convictions`,
        [job.id, opened ? 'evaluating' : 'done'],
      );
      await this.ledger.end(tx, job.id, 'done');
      await tx.query(`UPDATE county_volume SET convictions = (SELECT count(*) FROM conviction) WHERE county_id = $1`, [
        job.countyId,
      ]);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'terms.apply',
          target: { type: 'import', id: job.id },
          detail: { ...finished, terms: (await termsOf(tx)).version },
        },
      ]);
      // Whoever is left is evaluated first, and what came of it counted then.
      return opened ?? (await openImpact(tx, ctx, this.ledger, officeDay(ctx.now)));
    });
    if (next) await this.bell.ring(job.countyId, next);
  }
}
