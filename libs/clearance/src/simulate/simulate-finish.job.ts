import { Injectable } from '@nestjs/common';
import type { SimulationRow } from '@clearance/contract';
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
import { runOf, sumOf, type Counted, type Run } from './run.ts';

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
      if ((await presentImport(tx))?.id !== run.importId) {
        const problem = 'A newer file came while it was counted, so that it would be of two files. Start it again.';
        return this.ledger.end(tx, job.id, 'failed', { problem });
      }
      const parts = await rows<{ body: string }>(
        tx,
        `SELECT body FROM simulation_part WHERE simulation_id = $1 ORDER BY no`,
        [job.id],
      );
      const ground = await groundOf(tx, job.countyId, run.asOf);
      const sum = sumOf(
        run,
        ground,
        parts.map(({ body }) => JSON.parse(body) as Counted),
      );
      const finished = await one<{ moved: number | null; people: number }>(
        tx,
        `UPDATE simulation SET result = $2, finished_at = $3,
                moved = CASE kind WHEN 'simulation' THEN (SELECT count(*) FROM simulation_move WHERE simulation_id = $1) END
          WHERE id = $1 RETURNING moved, people`,
        [job.id, JSON.stringify(withTitles(sum, run)), ctx.now],
      );
      await tx.query(`DELETE FROM simulation_part WHERE simulation_id = $1`, [job.id]);
      await tx.query(`DELETE FROM simulation_people WHERE simulation_id = $1`, [job.id]);
      await this.ledger.end(tx, job.id, 'done');
      if (!run.candidate) return;
      const detail = { people: finished?.people ?? 0, moved: finished?.moved ?? 0 };
      await this.auditLog.append(tx, ctx, [
        { action: 'simulation.finish', target: { type: 'simulation', id: job.id }, detail },
      ]);
    });
  }
}

type Movers = NonNullable<SimulationRow['result']>['movers'];

/** The result with the titles of the rules that move something: the policies may be gone when somebody reads it. */
function withTitles(sum: Counted, { base, candidate }: Run): object {
  if (!('movers' in sum)) return sum;
  const titles = { before: ruleTitles(base), after: candidate ? ruleTitles(candidate) : new Map<string, string>() };
  const movers: Movers = sum.movers.map((mover) => ({
    ...mover,
    title: titles[mover.policy].get(mover.ruleId) ?? '',
  }));
  return { ...sum, movers };
}
