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
import { openImpact } from '../simulate/impacts.ts';
import { importEvaluated } from './import-evaluated.ts';
import { evaluationNamed, overtakeEvaluation } from './overtake.ts';
import { runOfEvaluation } from './run.ts';

/** Closes an evaluation once every chunk is done, and the import that it belongs to; has it counted what came of it. */
@Injectable()
@HandlesJob('evaluate.finish')
export class FinishEvaluationJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    const impact = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || !(await this.ledger.chunksDone(tx, job.id))) return undefined;
      const ctx = await actingFor(tx, job, work.startedBy);
      // One that was published in the very moment in which this one was opened did not see it.
      if (!(await runOfEvaluation(tx, job.id))) {
        await overtakeEvaluation(
          tx,
          ctx,
          { ledger: this.ledger, auditLog: this.auditLog },
          await evaluationNamed(tx, job.id),
        );
        return undefined;
      }
      const finished = await one<{ import_id: string | null; as_of: string; people: number; convictions: number }>(
        tx,
        `UPDATE evaluation SET finished_at = $2 WHERE id = $1 RETURNING import_id, as_of::text, people, convictions`,
        [job.id, ctx.now],
      );
      await importEvaluated(tx, finished?.import_id ?? null, job.id);
      await tx.query(`DELETE FROM evaluation_person WHERE evaluation_id = $1`, [job.id]);
      await this.ledger.end(tx, job.id, 'done');
      const opened = finished && (await openImpact(tx, ctx, this.ledger, finished.as_of));
      await this.auditLog.append(tx, ctx, [
        {
          action: 'evaluation.finish',
          target: { type: 'evaluation', id: job.id },
          detail: { people: finished?.people ?? 0, convictions: finished?.convictions ?? 0 },
        },
      ]);
      return opened;
    });
    if (impact) await this.bell.ring(job.countyId, impact);
  }
}
