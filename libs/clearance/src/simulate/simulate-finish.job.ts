import { Injectable } from '@nestjs/common';
import { ruleTitles } from '@clearance/eligibility';
import {
  AuditLog,
  Database,
  HandlesJob,
  one,
  rows,
  WorkLedger,
  type JobData,
  type JobHandler,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { groundOf, presentImport } from './ground.ts';
import { dropRun, overtakeOlder } from './overtake-runs.ts';
import { runOf, sumOf, type Compared, type Counted, type Run } from './run.ts';

/** Adds up what the chunks counted. */
@Injectable()
@HandlesJob('simulate.finish')
export class FinishSimulationJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || !(await this.ledger.chunksDone(tx, job.id))) return;
      const ctx = await actingFor(tx, job, work.startedBy);
      const run = await runOf(tx, job.id);
      if (await overtakeOlder(tx, this.ledger, run)) return;
      if ((await presentImport(tx))?.id !== run.importId) {
        const why = 'A newer file came while it was counted, so that it would be of two files. Start it again.';
        await this.ledger.overtake(tx, job.id, why);
        await dropRun(tx, job.id);
        return;
      }
      const parts = await rows<{ body: string }>(
        tx,
        `SELECT body FROM simulation_part WHERE simulation_id = $1 ORDER BY no`,
        [job.id],
      );
      const ground = await groundOf(tx, job.countyId, run.asOf, run.termsVersion);
      const sum = sumOf(
        run,
        ground,
        parts.map(({ body }) => JSON.parse(body) as Counted),
      );
      const counted = await one<{ moved: number }>(
        tx,
        `SELECT count(*)::int AS moved FROM simulation_move WHERE simulation_id = $1`,
        [job.id],
      );
      const moved = counted?.moved ?? 0;
      const result = 'movers' in sum ? { ...withTitles(sum, run), moved } : sum;
      await tx.query(`UPDATE simulation SET result = $2, finished_at = $3 WHERE id = $1`, [
        ...[job.id, JSON.stringify(result), ctx.now],
      ]);
      await tx.query(`DELETE FROM simulation_part WHERE simulation_id = $1`, [job.id]);
      await tx.query(`DELETE FROM simulation_people WHERE simulation_id = $1`, [job.id]);
      await this.ledger.end(tx, job.id, 'done');
      if (!run.candidate) return;
      await this.auditLog.append(tx, ctx, [
        { action: 'simulation.finish', target: { type: 'simulation', id: job.id }, detail: { moved } },
      ]);
    });
  }
}

/** The result with the titles of the rules that move something: the policies may be gone when somebody reads it. */
function withTitles({ movers, ...sum }: Compared, { base, candidate }: Run) {
  const titles = { before: ruleTitles(base), after: ruleTitles(candidate ?? base) };
  const titled = movers.map((mover) => ({ ...mover, title: titles[mover.policy].get(mover.ruleId) ?? '' }));
  return { ...sum, movers: titled };
}
