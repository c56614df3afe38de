import { Injectable } from '@nestjs/common';
import { nextState } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  Database,
  HandlesJob,
  now,
  one,
  WorkLedger,
  type JobData,
  type JobHandler,
} from '@clearance/platform';
import { actingFor } from '../acting.ts';
import { underPolicy } from '../conviction/in-force.ts';
import { advance, markVanished } from '../conviction/standing.ts';
import { officeDay, openEvaluation } from '../evaluate/open-evaluation.ts';
import { openImpact } from '../simulate/impacts.ts';

/** Once every person is counted: marks what the file no longer holds, retires the older import, begins the evaluation. */
@Injectable()
@HandlesJob('import.finish')
export class FinishImportJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    const next = await this.database.inCounty(job, async (tx) => {
      const work = await this.ledger.running(tx, job.id);
      if (!work || work.nextJob !== 'import.finish' || !(await this.ledger.chunksDone(tx, job.id))) return undefined;
      const ctx = await actingFor(tx, job, work.startedBy);
      const vanished = await markVanished(tx, job.id);
      const moves = vanished.flatMap(({ id, policyVersion, state, version }) => {
        const to = nextState(state, 'supersede');
        return to ? [{ id, version, to, from: state, policyVersion }] : [];
      });
      const gone = await advance(tx, 'supersede', ctx.now, moves);
      await tx.query(`UPDATE import SET state = 'superseded' WHERE id <> $1 AND state IN ('done', 'evaluating')`, [
        job.id,
      ]);
      const evaluation = await openEvaluation(
        tx,
        ctx,
        { ledger: this.ledger, auditLog: this.auditLog },
        { importId: job.id },
      );
      const finished = await one<{ rows: number; rejected: number; people: number; convictions: number }>(
        tx,
        `UPDATE import SET vanished = vanished + $2, state = $3, finished_at = $4 WHERE id = $1
         RETURNING rows, rejected, people, convictions`,
        [job.id, vanished.length, evaluation ? 'evaluating' : 'done', now()],
      );
      await this.ledger.end(tx, job.id, 'done');
      await tx.query(
        `UPDATE county_volume SET imports = imports + 1, convictions = (SELECT count(*) FROM conviction) WHERE county_id = $1`,
        [job.countyId],
      );
      await this.auditLog.append(tx, ctx, [
        ...moves
          .filter((move) => gone.has(move.id))
          .map((move) => ({
            action: 'conviction.supersede',
            target: { type: 'conviction', id: move.id },
            ...underPolicy(move),
            stateBefore: move.from,
            stateAfter: 'superseded',
          })),
        {
          action: 'import.finish',
          target: { type: 'import', id: job.id },
          detail: { ...finished, vanished: vanished.length },
        },
      ]);
      // Whoever is left is evaluated first, and what came of it counted then.
      return evaluation ?? (await openImpact(tx, ctx, this.ledger, officeDay(ctx.now)));
    });
    if (next) await this.bell.ring(job.countyId, next);
  }
}
